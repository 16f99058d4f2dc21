import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import type { InMemoryEventStore } from '#events/in-memory/in-memory-event-store';
import { MongodbProtocolServer } from '../../../../test/mongodb-protocol/mongodb-protocol-server.js';
import { rebuildBeside } from '../runner/rebuild.js';
import { runGroup, type RunningGroup } from '../testing/run-group.js';
import { noted, tally } from '../testing/tally.projection.js';
import { logOf, write, written } from '../testing/written-log.js';
import { MongodbProjectionStore } from './mongodb-projection-store.js';
import { MongodbReadStore } from './mongodb-read-store.js';
import { MongodbRebuildPlace } from './mongodb-rebuild-place.js';

const projection = tally();
const HOUR_MS = 3_600_000;

describe('a rebuild that is swapped in', () => {
  let server: MongodbProtocolServer;
  let url: string;
  let now: number;
  let log: InMemoryEventStore;
  let writer: MongodbProjectionStore;
  let reader: MongodbReadStore;
  let running: RunningGroup;
  let beside: MongodbRebuildPlace;
  let catchUp: () => Promise<void>;

  beforeAll(async () => {
    server = await MongodbProtocolServer.start({ isReplicaSet: true });
  });

  afterAll(() => server.close());

  beforeEach(async () => {
    url = server.urlOf(`rebuild-${randomUUID()}`);
    now = 0;
    const nowMs = (): number => now;
    log = await logOf(written('card-1', noted('n1')));
    writer = new MongodbProjectionStore(url, { nowMs });
    reader = new MongodbReadStore(url);
    running = runGroup({ log, writer, reader, projections: [projection] });
    await running.caughtUp();
    beside = await MongodbRebuildPlace.open(url, { nowMs });
    const lease = await beside.store.acquireLease('test', HOUR_MS);
    if (!lease) throw new Error('the place is not empty');
    catchUp = await rebuildBeside({ log, store: beside.store, lease, onPage: () => Promise.resolve() }, [projection]);
  });

  afterEach(async () => {
    await running.stop();
    await beside.discard();
    await Promise.all([reader.close(), writer.close()]);
  });

  const swapIn = (): Promise<void> => beside.swapIn([projection], () => catchUp());

  async function rowsOfTally(): Promise<string[]> {
    const client = new MongoClient(url);
    try {
      const collections = await client.db().listCollections({}, { nameOnly: true }).toArray();
      return collections.map(({ name }) => name).filter((name) => name.startsWith('rows_tally_v1'));
    } finally {
      await client.close();
    }
  }

  test('takes nothing from a reader who is in the middle of a question', async () => {
    const held = server.misbehave({ command: 'find', on: 'rows_', fault: 'held' });
    const reading = reader.get(projection, 'card-1');
    await held.met;
    await swapIn();
    held.release();
    expect(await reading).toMatchObject({ notes: ['n1'] });
  });

  test('stands still while it is swapped in', async () => {
    const before = await reader.checkpoint(projection);
    await beside.swapIn([projection], async () => {
      await write(log, written('card-2', noted('n2')));
      await catchUp();
      expect(await reader.checkpoint(projection)).toBe(before);
    });
    expect(await reader.checkpoint(projection)).toBeGreaterThan(before);
    expect(await reader.get(projection, 'card-2')).toBeDefined();
  });

  test('is not looked for anew with every question', async () => {
    let looks = 0;
    const asking = new MongodbReadStore(url, { onCommand: ({ find }) => (looks += Number(find === 'control')) });
    for (let question = 0; question < 20; question++) await asking.get(projection, 'card-1');
    await asking.close();
    expect(looks).toBeLessThan(20);
  });

  test('keeps what was shown before for an hour', async () => {
    await swapIn();
    const both = await rowsOfTally();
    now += HOUR_MS;
    await write(log, written('card-2', noted('n2')));
    await running.caughtUp();
    expect(await rowsOfTally()).toEqual(both);
    now += 1;
    await write(log, written('card-3', noted('n3')));
    await running.caughtUp();
    await running.stop();
    expect(both).toHaveLength(2);
    expect(await rowsOfTally()).toHaveLength(1);
    expect(await reader.get(projection, 'card-1')).toBeDefined();
  });
});
