import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';

const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY_FILE = 0o600;
const DAY_MS = 86_400_000;
const INCOMING = 'incoming-';
const KEPT_NAME = /^(?<importId>[0-9a-f-]{36})\.(?<hash>[0-9a-f]{64})$/;

export interface KeptFile {
  readonly importId: string;
  /** SHA-256 of its bytes, hex. */
  readonly hash: string;
  readonly path: string;
}

/** Uploaded files, kept until their import is complete so that a restart can finish it; readable for us alone. */
export class KeptFiles {
  constructor(private readonly folder: string) {}

  /** Where an upload is put before it is known what it is. The folder is made with the first. */
  async incoming(): Promise<string> {
    await mkdir(this.folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
    return join(this.folder, `${INCOMING}${uuidv7()}`);
  }

  async keep(path: string, importId: string, hash: string): Promise<string> {
    const kept = join(this.folder, `${importId}.${hash}`);
    await chmod(path, OWNER_ONLY_FILE);
    await rename(path, kept);
    return kept;
  }

  async forget(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  /** What earlier processes left to finish. Uploads that never became an import are deleted after a day. */
  async left(): Promise<readonly KeptFile[]> {
    const names = existsSync(this.folder) ? await readdir(this.folder) : [];
    await Promise.all(names.filter((name) => name.startsWith(INCOMING)).map((name) => this.forgetIfOld(name)));
    return names.flatMap((name) => {
      const { importId, hash } = KEPT_NAME.exec(name)?.groups ?? {};
      return importId && hash ? [{ importId, hash, path: join(this.folder, name) }] : [];
    });
  }

  private async forgetIfOld(name: string): Promise<void> {
    const path = join(this.folder, name);
    const { mtimeMs } = await stat(path);
    // The machine's clock, for it is the file system's.
    if (Date.now() - mtimeMs > DAY_MS) await this.forget(path);
  }
}
