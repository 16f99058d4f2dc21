import { setTimeout as sleep } from 'node:timers/promises';
import { projections } from '#read-models/projections';
import { checkpointIfShown } from '#read-models/store/checkpoint-if-shown';
import type { ReadStore } from '#read-models/store/read-store';

const LOOK_AGAIN_MS = 20;
const PATIENCE_MS = 120_000;

export class NotShownInTime extends Error {
  override readonly name = 'NotShownInTime';
}

/** Resolves once readers see every view up to the position. @throws NotShownInTime */
export async function shownUpTo(reader: ReadStore, position: bigint): Promise<void> {
  const ending = performance.now() + PATIENCE_MS;
  for (const projection of projections)
    while (((await checkpointIfShown(reader, projection)) ?? -1n) < position) {
      if (performance.now() > ending) throw new NotShownInTime(`position ${position}`);
      await sleep(LOOK_AGAIN_MS);
    }
}
