import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where one run keeps its files: made at its start, gone at its end. */
export class RunFolder {
  private readonly seeds = new Map<string, Promise<string>>();

  private constructor(private readonly root: string) {}

  static async make(): Promise<RunFolder> {
    return new RunFolder(await mkdtemp(join(tmpdir(), 'aterkom-bench-')));
  }

  /** A new, empty folder. */
  fresh(): Promise<string> {
    return mkdtemp(join(this.root, 'part-'));
  }

  /** A folder that `fill` has filled; rows that ask for the same name work on it one after the other. */
  seeded(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
    const known = this.seeds.get(name);
    if (known) return known;
    const filling = this.fresh().then(async (folder) => {
      await fill(folder);
      return folder;
    });
    this.seeds.set(name, filling);
    return filling;
  }

  async remove(): Promise<void> {
    await rm(this.root, { recursive: true, force: true });
  }
}
