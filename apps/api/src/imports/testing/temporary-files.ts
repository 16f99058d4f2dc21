import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';

export interface TemporaryFiles {
  readonly folder: string;
  /** The path of a new file with this content. */
  write(content: string | Uint8Array, name?: string): Promise<string>;
}

/** A folder for the tests of one file, gone after them. */
export function temporaryFiles(): TemporaryFiles {
  let folder = '';
  let written = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aterkom-import-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return {
    get folder() {
      return folder;
    },
    async write(content, name = `file-${++written}`) {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    },
  };
}
