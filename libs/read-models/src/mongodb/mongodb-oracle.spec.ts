import { join } from 'node:path';
import { afterEach, describe, jest, test } from '@jest/globals';
import { SqliteEventStore } from '#events/sqlite/sqlite-event-store';
import type { MongodbProtocolServer } from '../../../../test/mongodb-protocol/mongodb-protocol-server.js';
import { Misbehaviour } from '../../../../test/mongodb-protocol/faults.js';
import { projections } from '../projections.js';
import type { RunnerOptions } from '../runner/runner-options.js';
import { allAt } from '../testing/all-at.js';
import { allShown } from '../testing/all-shown.js';
import { ChildProjector } from '../testing/child-projector.js';
import { COMMIT_STEPS } from '../testing/commit-steps.js';
import { FaultyLog, type Fault } from '../testing/faulty-log.js';
import { isDoubled, mongodbPlace } from '../testing/mongodb-place.js';
import { someLogs } from '../testing/random-log.js';
import { runGroup } from '../testing/run-group.js';
import { atTheEnd, endEachTest, temporaryFolder } from '../testing/stores-under-test.js';
import { viewsMustEqualFold } from '../testing/views-equal-fold.js';
import { logOf, write, writeAtOnce } from '../testing/written-log.js';

jest.setTimeout(300_000);
const onMongodb = mongodbPlace();
endEachTest();

const SIZES = [
  { size: 1, rounds: 1 },
  { size: 7, rounds: 3 },
  { size: 1000, rounds: 3 },
];
const HOUR_MS = 3_600_000;
const IS_OURS = 'the lease is ours';
/** More subscriptions than a test makes. */
const ALWAYS_TWICE: readonly Fault[] = Array.from({ length: 1000 }, () => 'twice');

const inCommitsOf = (size: number): Partial<RunnerOptions> => ({
  pageEvents: size,
  commitEvents: size,
  batchEvents: size,
  bulkRows: size,
  // No subscription falls silent here: a commit that takes its time is not taken for one.
  silenceMs: HOUR_MS,
});

describe('every view on MongoDB equals the fold of the log', () => {
  afterEach(() => {
    const { double } = onMongodb;
    if (!double) return;
    double.doesWritesTwice = false;
    double.onRequest = () => undefined;
  });

  test.each(SIZES)(
    'while two projectors take over from one another, in commits of $size events',
    async ({ size, rounds }) => {
      const [views, log] = [onMongodb.make(), await logOf([])];
      const clocks: [number, number] = [0, 0];
      const stores = [views.open(() => clocks[0]), views.open(() => clocks[1])] as const;
      const start = (at: 0 | 1): ReturnType<typeof runGroup> =>
        runGroup({ ...stores[at], log, projections, options: inCommitsOf(size), ttlMs: 30 });
      const first = start(0);
      await first.heard(IS_OURS);
      const projectors = [first, start(1)] as const;
      for (const [turn, events] of someLogs(rounds).entries()) {
        const [next, other] = turn % 2 === 0 ? ([1, 0] as const) : ([0, 1] as const);
        const times = projectors[next].said.filter(({ message }) => message === IS_OURS).length;
        await write(log, events);
        // To the one who takes over the other's lease has lapsed long ago; the other knows nothing of it.
        clocks[next] = clocks[other] + HOUR_MS;
        await projectors[next].heard(IS_OURS, times + 1);
      }
      await projectors[0].caughtUp();
      await Promise.all(projectors.map((projector) => projector.stop()));
      await viewsMustEqualFold(stores[0], projections, log);
    },
  );

  test.each(SIZES)(
    'after a paused projector woke up as a stale owner, in commits of $size events',
    async ({ size, rounds }) => {
      const logFile = join(temporaryFolder(), 'events.sqlite');
      const log = new SqliteEventStore({ file: logFile });
      atTheEnd(() => log.close());
      const views = onMongodb.make();
      const stores = views.open();
      const paused = new ChildProjector(logFile, views.address);
      atTheEnd(() => paused.killed());
      const same = allAt(1);
      await paused.work({ version: 1, size });
      await paused.isOurs();
      for (const events of someLogs(rounds)) {
        await writeAtOnce(log, events);
        await paused.signalled('SIGSTOP', 150);
        const successor = runGroup({ ...stores, log, projections: same });
        await successor.caughtUp();
        await paused.signalled('SIGCONT', 0);
        await successor.stop();
        // It has let go of what it was at: it holds a lease of its own once more.
        await paused.isOurs();
        await allShown(stores.reader, same, await log.head());
        await viewsMustEqualFold(stores, same, log);
      }
    },
  );

  test.each(SIZES)(
    'when every batch comes twice, and every write is done twice, in commits of $size events',
    async ({ size, rounds }) => {
      const { double } = onMongodb;
      if (double) double.doesWritesTwice = true;
      const log = new FaultyLog(await logOf([]), ALWAYS_TWICE);
      const stores = onMongodb.make().open();
      const running = runGroup({ ...stores, log, projections, options: inCommitsOf(size) });
      await running.caughtUp();
      for (const events of someLogs(rounds)) await write(log, events);
      await running.caughtUp();
      await running.stop();
      await viewsMustEqualFold(stores, projections, log);
    },
  );

  const restarts = isDoubled('a server that is restarted in mid-batch', 'the one that is given is not')
    ? [7, 1000]
    : [];

  for (const size of restarts) {
    test(`when the server is restarted at each step of a batch, in commits of ${size} events`, async () => {
      const { double } = onMongodb;
      if (!double) throw new Error('only a double is restarted');
      const log = await logOf([]);
      const stores = onMongodb.make().open();
      const running = runGroup({ ...stores, log, projections, options: inCommitsOf(size) });
      await running.caughtUp();
      for (const [at, events] of someLogs(COMMIT_STEPS.length).entries()) {
        const crashed = crashAt(double, COMMIT_STEPS[at]);
        await write(log, events);
        await crashed;
        await double.restart();
      }
      await running.caughtUp();
      await running.stop();
      await viewsMustEqualFold(stores, projections, log);
    });
  }
});

/** Before the step is done. */
function crashAt(double: MongodbProtocolServer, step: (typeof COMMIT_STEPS)[number] | undefined): Promise<void> {
  const crash = new Misbehaviour({ command: 'update', ...step, fault: 'drop-before' });
  return new Promise((resolve) => {
    double.onRequest = (request) => {
      if (!crash.isFor(request)) return;
      double.onRequest = () => undefined;
      double.crash();
      resolve();
    };
  });
}
