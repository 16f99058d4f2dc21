import { expect } from '@jest/globals';
import type { EventStore } from '#events/store/event-store';
import type { Projection } from '../store/define-projection.js';
import { bothCounts } from './counters-checked.js';
import { naiveFold } from './naive-fold.js';
import type { OpenStores } from './stores-under-test.js';
import { everythingIn } from './written-log.js';

type Shown = Pick<OpenStores, 'reader' | 'dump'>;

/** The oracle: once the views have caught up, each shows what the log folds to, and counts what it shows. */
export async function viewsMustEqualFold(
  { reader, dump }: Shown,
  projections: readonly Projection[],
  log: EventStore,
): Promise<void> {
  const everything = await everythingIn(log);
  for (const projection of projections) {
    const rows = await dump(projection);
    expect(rows).toEqual(naiveFold(projection, everything));
    const { kept, counted } = await bothCounts(reader, projection, rows);
    expect(kept).toEqual(counted);
  }
}
