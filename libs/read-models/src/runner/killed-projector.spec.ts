import { join } from 'node:path';
import { afterEach, describe, jest, test } from '@jest/globals';
import { SqliteEventStore } from '#events/sqlite/sqlite-event-store';
import type { EventStore } from '#events/store/event-store';
import { allAt } from '../testing/all-at.js';
import { ChildProjector, type ChildWork } from '../testing/child-projector.js';
import { mongodbPlace } from '../testing/mongodb-place.js';
import { someLogs } from '../testing/random-log.js';
import { runGroup } from '../testing/run-group.js';
import { atTheEnd, endEachTest, onSqlite, temporaryFolder, type OpenPlace } from '../testing/stores-under-test.js';
import { viewsMustEqualFold } from '../testing/views-equal-fold.js';
import { writeAtOnce } from '../testing/written-log.js';

jest.setTimeout(600_000);
const onMongodb = mongodbPlace();
endEachTest();

const ASKED_ROUNDS = process.env['ATERKOM_KILL_ROUNDS'];
const SIZES = [2, 1, 7, 1000];
/** Started ahead, for a process takes longer to start than it lives. */
const AHEAD = 2;

/** Readers see the version, and in it what the log folds to. */
async function mustBeWhole(log: EventStore, views: OpenPlace, version: number): Promise<void> {
  const stores = views.open();
  const finishing = runGroup({ ...stores, log, projections: allAt(version) });
  await finishing.caughtUp();
  await finishing.stop();
  await viewsMustEqualFold(stores, allAt(version), log);
}

/** Killed in the middle of its commits, some time after it has read the first of what it is to fold. */
async function livesAndDies(child: ChildProjector | undefined, work: ChildWork, longestLifeMs: number): Promise<void> {
  await child?.work(work);
  await child?.reads();
  await child?.killed(longestLifeMs);
}

/** Of the rounds of a version so many are killed while they build it, the later ones while they follow the log. */
const BUILDING = 2;
/** Shares no factor with the number of sizes, so that the oracle looks after each; deaths in between are for the next projector to mend. */
const WHOLE_EVERY = 5;

/** `perVersion`: rounds that work on the same version. */
describe.each([
  { place: onSqlite, rounds: 12, perVersion: 4, longestLifeMs: 80 },
  { place: onMongodb, rounds: 100, perVersion: 25, longestLifeMs: 500 },
])('a projector on $place.technology that is killed at any moment', ({ place, rounds, perVersion, longestLifeMs }) => {
  const many = Number(ASKED_ROUNDS ?? rounds);
  const isToBeWhole = (rounds: number): boolean =>
    rounds === BUILDING || rounds === perVersion || rounds % WHOLE_EVERY === 0;
  const started: ChildProjector[] = [];

  afterEach(() => Promise.all(started.splice(0).map((child) => child.killed())));

  test(`loses and doubles nothing, ${many} times`, async () => {
    const logFile = join(temporaryFolder(), 'events.sqlite');
    const log = new SqliteEventStore({ file: logFile });
    atTheEnd(() => log.close());
    const views = place.make();
    const start = (): number => started.push(new ChildProjector(logFile, views.address));
    for (let ahead = 0; ahead < AHEAD; ahead++) start();
    for (const [round, events] of someLogs(many).entries()) {
      await writeAtOnce(log, events);
      const version = 1 + Math.floor(round / perVersion);
      start();
      await livesAndDies(started.shift(), { version, size: SIZES[round % SIZES.length] ?? 1 }, longestLifeMs);
      if (isToBeWhole((round % perVersion) + 1) || round + 1 === many) await mustBeWhole(log, views, version);
    }
  });
});
