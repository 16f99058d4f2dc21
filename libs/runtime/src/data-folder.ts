import { mkdir } from 'node:fs/promises';

/** Personal data lies there: nobody but the account that runs the processes looks in. */
const OWNER_ONLY = 0o700;

/** Makes the data directory where it is missing; one that exists keeps the mode that its owner gave it. */
export async function makeDataFolder(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: OWNER_ONLY });
}
