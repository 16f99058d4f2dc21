import type { Projection } from '../store/define-projection.js';
import type { ReadStore } from '../store/read-store.js';
import { runGroup } from './run-group.js';
import { inMemory } from './stores-under-test.js';
import { logOf, type Written } from './written-log.js';

/** The views as they stand after these events, to be read. */
export async function viewsOfLog(projections: readonly Projection[], events: readonly Written[]): Promise<ReadStore> {
  const stores = inMemory.make().open();
  const running = runGroup({ ...stores, log: await logOf(events), projections });
  await running.caughtUp();
  await running.stop();
  return stores.reader;
}
