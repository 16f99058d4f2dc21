import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { projections } from './projections.js';
import { frozenSamples } from './testing/frozen-samples.js';
import { mongodbPlace } from './testing/mongodb-place.js';
import { randomLog } from './testing/random-log.js';
import { runGroup } from './testing/run-group.js';
import { endEachTest, inMemory, onSqlite } from './testing/stores-under-test.js';
import { viewsMustEqualFold } from './testing/views-equal-fold.js';
import { logOf, write } from './testing/written-log.js';

// A server answers later than a file.
jest.setTimeout(120_000);
const onMongodb = mongodbPlace();
endEachTest();

/** The oracle of every view: it equals the fold of the log up to its checkpoint. */
describe.each([
  { place: inMemory, numRuns: 15 },
  { place: onSqlite, numRuns: 4 },
  { place: onMongodb, numRuns: 2 },
])('all views on $place.technology', ({ place, numRuns }) => {
  test.each([1, 7, 1000])('equal the fold of the log, in commits of %i events', async (size) => {
    const property = fc.asyncProperty(randomLog, fc.nat(100), async (events, percent) => {
      const stores = place.make().open();
      const built = Math.floor((events.length * percent) / 100);
      const log = await logOf(events.slice(0, built));
      const options = { pageEvents: size, commitEvents: size, batchEvents: size, bulkRows: size };
      const running = runGroup({ ...stores, log, projections, options });
      await running.caughtUp();
      await write(log, events.slice(built));
      await running.caughtUp();
      await running.stop();
      await viewsMustEqualFold(stores, projections, log);
    });
    await fc.assert(property, { numRuns });
  });

  test('equal the fold of the log with every type of event in it, in no sensible order', async () => {
    const stores = place.make().open();
    const samples = frozenSamples();
    const log = await logOf([]);
    const running = runGroup({ ...stores, log, projections });
    await running.caughtUp();
    await write(log, [...samples, ...samples.toReversed()]);
    await running.caughtUp();
    await running.stop();
    expect(running.group.status().filter(({ parkedKeys }) => parkedKeys > 0)).toEqual([]);
    await viewsMustEqualFold(stores, projections, log);
  });

  test('equal the fold of the log whether or not they were built again from nothing', async () => {
    const property = fc.asyncProperty(randomLog, async (events) => {
      const log = await logOf(events);
      const [followed, built] = [place.make().open(), place.make().open()];
      const empty = await logOf([]);
      const following = runGroup({ ...followed, log: empty, projections });
      await following.caughtUp();
      await write(empty, events);
      await following.caughtUp();
      const building = runGroup({ ...built, log, projections });
      await building.caughtUp();
      await Promise.all([following.stop(), building.stop()]);
      for (const projection of projections) {
        expect(await built.dump(projection)).toEqual(await followed.dump(projection));
      }
    });
    await fc.assert(property, { numRuns: Math.ceil(numRuns / 3) });
  });
});
