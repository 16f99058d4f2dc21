import { setTimeout as pause } from 'node:timers/promises';
import { secondsSinceBeat } from '#runtime/heartbeat';

const LOOK_EVERY_MS = 20;

/** Resolves once the projector of the folder is seen at work, or waiting for its turn. */
export async function firstBeat(dataDir: string): Promise<void> {
  while ((await secondsSinceBeat({ dataDir }, Date.now())) === undefined) await pause(LOOK_EVERY_MS);
}
