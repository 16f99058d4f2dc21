import { setTimeout as pause } from 'node:timers/promises';
import type { Position } from '#events/store/recorded-event';
import { checkpointIfShown } from '../store/checkpoint-if-shown.js';
import type { Projection } from '../store/define-projection.js';
import type { ReadStore } from '../store/read-store.js';

const PATIENCE_MS = 60_000;
const LOOK_MS = 5;

/**
 * True once readers see everything up to the position in every view. What readers wait for leaves out a view whose
 * first version is being built, for it must not hold up the others: this waits for those too.
 */
export async function allShown(
  reader: ReadStore,
  projections: readonly Projection[],
  position: Position,
): Promise<boolean> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  for (const projection of projections)
    while (!signal.aborted && (await checkpointIfShown(reader, projection)) === undefined) await pause(LOOK_MS);
  return reader.waitUntil(position, PATIENCE_MS);
}
