import { rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.js';

type Folder = Pick<Config, 'dataDir'>;

/** Its time is the last moment at which the projector of the folder was seen at work; it holds nothing. */
const fileIn = ({ dataDir }: Folder): string => join(dataDir, 'projector.alive');

export const beat = (folder: Folder): Promise<void> => writeFile(fileIn(folder), '');

/** A projector that has ended in order is not taken for one that works. */
export const endBeating = (folder: Folder): Promise<void> => rm(fileIn(folder), { force: true });

/** Absent where there is no projector. */
export async function secondsSinceBeat(folder: Folder, nowMs: number): Promise<number | undefined> {
  const found = await stat(fileIn(folder)).catch(() => undefined);
  return found && (nowMs - found.mtimeMs) / 1000;
}
