import { project } from '../harness/views.js';
import type { RunFolder } from '../harness/run-folder.js';
import { card } from './cards.js';
import { seedLog } from './seed-log.js';

export const MILLION = 1_000_000;
export const CALLERS = 200;

/** A million cards of one round with their views, as an import leaves them. Rows work on it one after the other. */
export const millionCards = (run: RunFolder): Promise<string> =>
  run.seeded('million', async (folder) => {
    await seedLog(folder, { cards: MILLION, callers: CALLERS, card });
    await project(folder);
  });
