import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import type { MongodbProtocolServer } from '../../../../test/mongodb-protocol/mongodb-protocol-server.js';
import { defineProjection } from '../store/define-projection.js';
import { WritesLost } from '../store/read-store.errors.js';
import type { Row } from '../store/row.js';
import { COMMIT_STEPS } from '../testing/commit-steps.js';
import { isDoubled, mongodbPlace } from '../testing/mongodb-place.js';
import { runGroup, type RunningGroup } from '../testing/run-group.js';
import { endEachTest } from '../testing/stores-under-test.js';
import { noted, tally } from '../testing/tally.projection.js';
import { viewsMustEqualFold } from '../testing/views-equal-fold.js';
import { logOf, write, written } from '../testing/written-log.js';

jest.setTimeout(25_000);
const onMongodb = mongodbPlace({ isReplicaSet: true });
endEachTest();

const projections = [tally()];
/** A commit of the logs here writes fewer documents. */
const OF_A_COMMIT = 10;
const upTo = (most: number): number[] => Array.from({ length: most }, (_, at) => at + 1);
const HOUR_MS = 3_600_000;
const LOST = /^the server of the read models has lost what it had acknowledged/;

function theDouble(): MongodbProtocolServer {
  const { double } = onMongodb;
  if (!double) throw new Error('only a double loses what it has acknowledged');
  return double;
}

const losses = isDoubled('a server that loses its last writes', 'the one that is given keeps them')
  ? describe
  : describe.skip;

losses('a server that loses what it had acknowledged', () => {
  const errorsOf = ({ said }: RunningGroup): string[] =>
    said.filter(({ level }) => level === 'error').map(({ message }) => message);

  afterEach(() => onMongodb.double?.behave());

  async function world() {
    const log = await logOf(written('card-1', noted('n1')));
    const place = onMongodb.make();
    const stores = place.open();
    const running = runGroup({ ...stores, log, projections });
    await running.caughtUp();
    for (const at of [2, 3]) {
      await write(log, written(`card-${at % 2}`, noted(`n${at}`)));
      await running.caughtUp();
    }
    const next = (): Promise<void> => write(log, written('card-1', noted('n4')));
    return { log, place, stores, running, next };
  }

  test.each(upTo(OF_A_COMMIT + 3))('shows the log again, the last %i writes lost under a projector', async (lost) => {
    const { log, stores, running, next } = await world();
    theDouble().loseLastWrites(lost);
    await next();
    await running.caughtUp();
    await running.stop();
    await viewsMustEqualFold(stores, projections, log);
  });

  test.each(upTo(OF_A_COMMIT + 3))(
    'shows the log again, the last %i writes lost between two projectors',
    async (lost) => {
      const { log, place, running, next } = await world();
      await running.stop();
      theDouble().loseLastWrites(lost);
      await next();
      // The server has lost that the lease was given back, too.
      const stores = place.open(() => Date.now() + HOUR_MS);
      const restarted = runGroup({ ...stores, log, projections });
      await restarted.caughtUp();
      await restarted.stop();
      await viewsMustEqualFold(stores, projections, log);
    },
  );

  describe.each(COMMIT_STEPS)('at the %o of a commit', (step) => {
    test.each([OF_A_COMMIT, OF_A_COMMIT + 3])('shows the log again, the last %i writes lost', async (lost) => {
      const { log, stores, running, next } = await world();
      const held = theDouble().misbehave({ ...step, fault: 'held' });
      await next();
      await held.met;
      theDouble().loseLastWrites(lost);
      held.release();
      await running.caughtUp();
      await running.stop();
      await viewsMustEqualFold(stores, projections, log);
    });
  });

  test('says so where a commit can no longer be ended, and builds every view anew', async () => {
    const { log, place, running, next } = await world();
    await running.stop();
    const client = new MongoClient(place.address);
    // That the lease was given back, the end of the last commit, and what it was to be ended from.
    theDouble().loseLastWrites(2);
    await client.db().collection('journal').deleteMany({});
    await client.close();
    await next();
    // The server has lost that the lease was given back, too.
    const stores = place.open(() => Date.now() + HOUR_MS);
    const restarted = runGroup({ ...stores, log, projections });
    await restarted.caughtUp();
    await restarted.stop();
    expect(errorsOf(restarted)).toEqual([expect.stringMatching(LOST)]);
    await viewsMustEqualFold(stores, projections, log);
  });

  test.each(upTo(6))('takes no commit that goes out from what is lost: %i writes', async (lost) => {
    interface Sum extends Row {
      readonly events: readonly number[];
    }
    const sums = defineProjection<Sum>({ name: 'sums', version: 1, keysOf: () => [], on: {}, indexes: [], counts: [] });
    const { writer, reader } = onMongodb.make().open();
    const lease = await writer.acquireLease('first', HOUR_MS);
    if (!lease) throw new Error('the lease is held by another');
    await writer.open(lease, sums);
    await writer.completeBuild(lease, sums);
    await writer.activate(lease, sums);
    /** As a feed does that knows its own position and has no row in memory. */
    const fold = async (from: bigint): Promise<void> => {
      const before = (await writer.load(sums, sums, ['a'])).get('a');
      const to = from + 1n;
      // The cast: a row of this view.
      const events = [...((before?.row as Sum | undefined)?.events ?? []), Number(to)];
      const rows = [{ key: 'a', before, after: { position: to, row: { key: 'a', events } } }];
      await writer.commit(lease, [
        { projection: sums, from, to, changes: [{ view: sums, rows }], park: [], unpark: [] },
      ]);
    };
    for (const from of [0n, 1n, 2n]) await fold(from);
    theDouble().loseLastWrites(lost);
    await expect(fold(3n)).rejects.toThrow(WritesLost);
    for (let { position } = await writer.open(lease, sums); position < 4n; position++) await fold(position);
    expect(await reader.get(sums, 'a')).toEqual({ key: 'a', events: [1, 2, 3, 4] });
  });
});
