import { join } from 'node:path';
import { afterEach, describe, jest, test } from '@jest/globals';
import { SqliteEventStore } from '#events/sqlite/sqlite-event-store';
import type { Fault, Misbehaviour } from '../../../../test/mongodb-protocol/faults.js';
import { projections } from '../projections.js';
import type { RunnerOptions } from '../runner/runner-options.js';
import { allAt } from '../testing/all-at.js';
import { allShown } from '../testing/all-shown.js';
import { ChildProjector } from '../testing/child-projector.js';
import { COMMIT_STEPS, type CommitStep } from '../testing/commit-steps.js';
import { FaultyLog, type Fault as LogFault } from '../testing/faulty-log.js';
import { isDoubled, mongodbPlace } from '../testing/mongodb-place.js';
import { someLogs, someParts } from '../testing/random-log.js';
import { runGroup, type RunningGroup } from '../testing/run-group.js';
import { atTheEnd, endEachTest, temporaryFolder } from '../testing/stores-under-test.js';
import { viewsMustEqualFold } from '../testing/views-equal-fold.js';
import { logOf, write, writeAtOnce } from '../testing/written-log.js';

jest.setTimeout(300_000);
const onMongodb = mongodbPlace();
endEachTest();

/** Between what was decided on and the checkpoint. */
const ROW_STEPS = COMMIT_STEPS.slice(2, 5);
/** The steps are those at which a double stops a projector in the middle of a commit; a server that is given stops nobody. */
const SIZES = [
  { size: 1, rounds: 1, steps: ROW_STEPS.slice(0, 1) },
  { size: 7, rounds: 3, steps: ROW_STEPS },
  { size: 1000, rounds: 3, steps: COMMIT_STEPS },
];
const HOUR_MS = 3_600_000;
const IS_OURS = 'the lease is ours';
const HAS_ENDED = 'the work under the lease has ended';
/** The server goes before it has done the step, or after. */
const DROPS: readonly Fault[] = ['drop-before', 'drop-after'];
/** More subscriptions than a test makes. */
const ALWAYS_TWICE: readonly LogFault[] = Array.from({ length: 1000 }, () => 'twice');

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
    double.behave();
  });

  test.each(SIZES)(
    'while one projector takes over from another that is in the middle of a commit, in commits of $size events',
    async ({ size, steps }) => {
      const [begun = [], ...parts] = someParts(2 * steps.length);
      const [views, log] = [onMongodb.make(), await logOf(begun)];
      const clocks: [number, number] = [0, 0];
      const stores = [views.open(() => clocks[0]), views.open(() => clocks[1])] as const;
      const start = (at: 0 | 1): RunningGroup =>
        runGroup({ ...stores[at], log, projections, options: inCommitsOf(size), ttlMs: 30 });
      const first = start(0);
      await first.caughtUp();
      const projectors = [first, start(1)] as const;
      for (const [turn, step] of steps.entries()) {
        const [owner, next] = turn % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
        const held = heldAt(step);
        await write(log, parts[2 * turn] ?? []);
        await held?.met;
        const [taken, ended] = [projectors[next].hears(IS_OURS), projectors[owner].hears(HAS_ENDED)];
        // To the one who takes over the other's lease has lapsed long ago; the other knows nothing of it.
        clocks[next] = clocks[owner] + HOUR_MS;
        await taken;
        await write(log, parts[2 * turn + 1] ?? []);
        await projectors[next].caughtUp();
        // What the other has sent is done only now.
        held?.release();
        await ended;
        await viewsMustEqualFold(stores[next], projections, log);
      }
      await Promise.all(projectors.map((projector) => projector.stop()));
    },
  );

  test.each(SIZES)(
    'after a projector that was paused in a commit woke up as a stale owner, in commits of $size events',
    async ({ size, steps }) => {
      const logFile = join(temporaryFolder(), 'events.sqlite');
      const log = new SqliteEventStore({ file: logFile });
      atTheEnd(() => log.close());
      const views = onMongodb.make();
      const stores = views.open();
      const paused = new ChildProjector(logFile, views.address);
      atTheEnd(() => paused.killed());
      const same = allAt(1);
      const [begun = [], ...parts] = someParts(2 * steps.length);
      await writeAtOnce(log, begun);
      await paused.work({ version: 1, size });
      await paused.isOurs();
      await allShown(stores.reader, same, await log.head());
      for (const [turn, step] of steps.entries()) {
        const held = heldAt(step);
        await writeAtOnce(log, parts[2 * turn] ?? []);
        await held?.met;
        await paused.signalled('SIGSTOP', held ? 0 : 150);
        // The step is done; the answer waits until the projector wakes up, and with it the rest of the commit.
        held?.release();
        const successor = runGroup({ ...stores, log, projections: same });
        await writeAtOnce(log, parts[2 * turn + 1] ?? []);
        await successor.caughtUp();
        await paused.signalled('SIGCONT', 0);
        await paused.hasEnded();
        await viewsMustEqualFold(stores, same, log);
        await successor.stop();
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
    ? [1, 7, 1000]
    : [];

  for (const size of restarts) {
    test.each(DROPS)(
      `when the server is restarted at each step of a batch, in commits of ${size} events, %s`,
      async (fault) => {
        const { double } = onMongodb;
        if (!double) throw new Error('only a double is restarted');
        const [begun = [], ...parts] = someParts(COMMIT_STEPS.length);
        const log = await logOf(begun);
        const stores = onMongodb.make().open();
        const running = runGroup({ ...stores, log, projections, options: inCommitsOf(size) });
        await running.caughtUp();
        for (const [at, step] of COMMIT_STEPS.entries()) {
          const crashed = double.misbehave({ ...step, fault }).met.then(() => double.crash());
          await write(log, parts[at] ?? []);
          await crashed;
          await double.restart();
        }
        await running.caughtUp();
        await running.stop();
        await viewsMustEqualFold(stores, projections, log);
      },
    );
  }
});

const heldAt = (step: CommitStep): Misbehaviour | undefined => onMongodb.double?.misbehave({ ...step, fault: 'held' });
