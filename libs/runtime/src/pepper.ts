import { randomBytes, randomUUID } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeDataFolder } from './data-folder.js';
import type { Config } from './config.js';

const OWNER_ONLY = 0o600;
const PEPPER_BYTES = 32;
const SHORTEST_PEPPER = 32;

type PepperConfig = Pick<Config, 'pepper' | 'pepperFile' | 'dataDir'>;

/** The file holds something, but not a usable key. */
export class PepperUnusable extends Error {
  override readonly name = 'PepperUnusable';
  constructor(readonly file: string) {
    super(`${file} must hold a text of at least ${SHORTEST_PEPPER} characters`);
  }
}

/**
 * The key of all keyed hashes: PEPPER, else the file. The default file is made at first start;
 * one that was named and is missing is an error, for under a new key every block would vanish.
 */
export async function readPepper({ pepper, pepperFile, dataDir }: PepperConfig): Promise<string> {
  if (pepper !== undefined) return pepper;
  const file = pepperFile ?? join(dataDir, 'pepper');
  if (pepperFile === undefined) await makeOnce(file);
  const content = (await readFile(file, 'utf8')).trim();
  if (content.length < SHORTEST_PEPPER) throw new PepperUnusable(file);
  return content;
}

/** Appears whole and on disk, or not at all; of two processes that start together one makes it and both read it. */
async function makeOnce(file: string): Promise<void> {
  await makeDataFolder(dirname(file));
  const draft = `${file}.${randomUUID()}`;
  const handle = await open(draft, 'wx', OWNER_ONLY);
  await handle.writeFile(`${randomBytes(PEPPER_BYTES).toString('hex')}\n`);
  await handle.sync();
  await handle.close();
  await link(draft, file).catch(unlessItExists);
  await rm(draft);
}

function unlessItExists(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
}
