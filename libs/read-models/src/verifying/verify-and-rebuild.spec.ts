import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { MongoClient } from 'mongodb';
import { MongodbProtocolServer } from '../../../../test/mongodb-protocol/mongodb-protocol-server.js';
import type { InMemoryEventStore } from '#events/in-memory/in-memory-event-store';
import { CONTROL_ID } from '../mongodb/control.js';
import { MongodbProjectionStore } from '../mongodb/mongodb-projection-store.js';
import { MongodbReadStore } from '../mongodb/mongodb-read-store.js';
import { MongodbRebuildPlace } from '../mongodb/mongodb-rebuild-place.js';
import { MongodbShownRows } from '../mongodb/mongodb-shown-rows.js';
import { rebuildBeside } from '../runner/rebuild.js';
import { SqliteProjectionStore } from '../sqlite/sqlite-projection-store.js';
import { SqliteReadStore } from '../sqlite/sqlite-read-store.js';
import { SqliteRebuildPlace } from '../sqlite/sqlite-rebuild-place.js';
import { SqliteShownRows } from '../sqlite/sqlite-shown-rows.js';
import { RebuildBehind } from '../store/read-store.errors.js';
import type { RebuildPlace } from '../store/rebuild-place.js';
import type { ShownRows } from '../store/shown-rows.js';
import { runGroup, type RunningGroup } from '../testing/run-group.js';
import { atTheEnd, endEachTest, temporaryFolder } from '../testing/stores-under-test.js';
import { noted, tally, tallyNotes } from '../testing/tally.projection.js';
import { logOf, write, written } from '../testing/written-log.js';
import { verifyViews, type Verified } from './verify-views.js';

const projection = tally();
const SPOILT = { key: 'card-1', kind: 'card', notes: [] };

interface Place {
  run(log: InMemoryEventStore): RunningGroup;
  reader(): SqliteReadStore | MongodbReadStore;
  shown(): ShownRows;
  beside(): Promise<RebuildPlace>;
  /** What no projector would do to `card-1`. */
  spoil(): Promise<void>;
  /** What was built beside and has not been swapped in. */
  leftOvers(): Promise<readonly string[]>;
}

let server: MongodbProtocolServer;
beforeAll(async () => {
  server = await MongodbProtocolServer.start();
});
afterAll(() => server.close());
endEachTest();

function sqlitePlace(): Place {
  const folder = temporaryFolder();
  const file = join(folder, 'read.sqlite');
  const inFile = (sql: string): unknown[] => {
    const database = new Database(file);
    try {
      const statement = database.prepare(sql);
      return statement.reader ? statement.all() : [statement.run()];
    } finally {
      database.close();
    }
  };
  return {
    run(log) {
      const [writer, reader] = [new SqliteProjectionStore(file), new SqliteReadStore(file)];
      atTheEnd(() => Promise.all([writer.close(), reader.close()]));
      return runGroup({ log, writer, reader, projections: [projection] });
    },
    reader: () => new SqliteReadStore(file),
    shown: () => new SqliteShownRows(file),
    beside: () => Promise.resolve(new SqliteRebuildPlace(file)),
    spoil: () =>
      Promise.resolve(void inFile(`UPDATE tally_v1 SET doc = '${JSON.stringify(SPOILT)}' WHERE key = 'card-1'`)),
    leftOvers: () => Promise.resolve([]),
  };
}

function mongodbPlace(): Place & { killedBeside(): MongodbProjectionStore } {
  const url = server.urlOf(`verify-${randomUUID()}`);
  const client = new MongoClient(url);
  atTheEnd(() => client.close());
  const collections = async (): Promise<string[]> =>
    (await client.db().listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
  return {
    run(log) {
      const [writer, reader] = [new MongodbProjectionStore(url), new MongodbReadStore(url)];
      atTheEnd(() => Promise.all([writer.close(), reader.close()]));
      return runGroup({ log, writer, reader, projections: [projection] });
    },
    reader: () => new MongodbReadStore(url),
    shown: () => new MongodbShownRows(url),
    beside: () => MongodbRebuildPlace.open(url),
    killedBeside: () => new MongodbProjectionStore(url, { place: 'rebuild-killed' }),
    async spoil() {
      const [name = ''] = (await collections()).filter((one) => one.startsWith('rows_tally_v1'));
      await client
        .db()
        .collection<{ _id: string }>(name)
        .updateOne({ _id: 'card-1' }, { $set: { row: SPOILT } });
    },
    async leftOvers() {
      const places = await client.db().collection('control').find().toArray();
      // What was shown before is set aside, and known.
      const shown = JSON.stringify(places.find(({ _id }) => String(_id) === CONTROL_ID));
      const unknown = (await collections()).filter((name) => name.startsWith('rows_') && !shown.includes(`"${name}"`));
      return [...(places.length > 1 ? ['a place'] : []), ...unknown];
    },
  };
}

describe.each([
  ['SQLite', sqlitePlace],
  ['MongoDB', mongodbPlace],
])('over %s', (_, make) => {
  let place: Place;
  let log: InMemoryEventStore;
  let running: RunningGroup;

  beforeEach(async () => {
    place = make();
    log = await logOf([...written('card-1', noted('n1'), noted('n2')), ...written('card-2', noted('n3'))]);
    running = place.run(log);
    atTheEnd(() => running.stop());
    await running.caughtUp();
  });

  const verified = async (): Promise<Verified> => {
    const shown = place.shown();
    try {
      return await verifyViews([projection], { log, shown, onProgress: () => undefined });
    } finally {
      await shown.close();
    }
  };
  const rebuild = async (meanwhile = (): Promise<void> => Promise.resolve()): Promise<void> => {
    const beside = await place.beside();
    const { store } = beside;
    try {
      const lease = await store.acquireLease('test', 60_000);
      if (!lease) throw new Error('the place is not empty');
      const catchUp = await rebuildBeside({ log, store, lease, onPage: () => Promise.resolve() }, [projection]);
      await meanwhile();
      await beside.swapIn([projection], catchUp);
    } finally {
      await beside.discard();
    }
  };

  test('R20: verifying finds every row equal, a spoilt one different, while the projector goes on', async () => {
    const sound = await verified();
    expect(sound).toEqual({ rows: 3 + 6, differing: [] });
    await place.spoil();
    expect((await verified()).differing).toEqual([{ view: 'tally', key: 'card-1', difference: 'different' }]);
    await write(log, written('card-3', noted('n4')));
    await running.caughtUp();
    expect((await verified()).rows).toBe(sound.rows + 3);
  });

  test('holds rows and checkpoint still while they are compared', async () => {
    const shown = place.shown();
    await shown.holdStill();
    const before = await shown.checkpoint(projection);
    await write(log, written('card-3', noted('n4')));
    const keys: string[] = [];
    for await (const { key } of shown.rows(projection, projection)) keys.push(key);
    expect(keys.sort()).toEqual(['by-ann', 'card-1', 'card-2']);
    expect(await shown.checkpoint(projection)).toBe(before);
    await shown.close();
    await running.caughtUp();
  });

  test('a rebuild replaces spoilt rows, leaves nothing behind, and the projector goes on from there', async () => {
    await place.spoil();
    await rebuild();
    expect((await verified()).differing).toEqual([]);
    await write(log, written('card-1', noted('n4')));
    await running.caughtUp();
    const reader = place.reader();
    expect(await reader.get(projection, 'card-1')).toMatchObject({ notes: ['n1', 'n2', 'n4'] });
    expect(await reader.get(tallyNotes, 'card-1|n4')).toBeDefined();
    expect(await reader.count(projection, ['kind'], ['card'])).toBe(2);
    await reader.close();
    expect(await place.leftOvers()).toEqual([]);
  });

  test('what came while a rebuild was made is shown through the swap, and no checkpoint goes back', async () => {
    const reader = place.reader();
    let before = 0n;
    await rebuild(async () => {
      await write(log, written('card-3', noted('n4')));
      await running.caughtUp();
      await running.stop();
      before = await reader.checkpoint(projection);
    });
    expect(await reader.checkpoint(projection)).toBe(before);
    expect(await reader.get(projection, 'card-3')).toBeDefined();
    await reader.close();
  });

  test('refuses to show less than was shown', async () => {
    const beside = await place.beside();
    atTheEnd(() => beside.discard());
    const lease = await beside.store.acquireLease('test', 60_000);
    if (!lease) throw new Error('the place is not empty');
    await rebuildBeside({ log, store: beside.store, lease, onPage: () => Promise.resolve() }, [projection]);
    await write(log, written('card-3', noted('n4')));
    await running.caughtUp();
    await expect(beside.swapIn([projection], () => Promise.resolve())).rejects.toThrow(RebuildBehind);
    expect((await verified()).differing).toEqual([]);
    await running.caughtUp();
  });

  test('a second rebuild replaces the first', async () => {
    await rebuild();
    await rebuild();
    expect((await verified()).differing).toEqual([]);
    expect(await place.leftOvers()).toEqual([]);
  });
});

test('what a rebuild that was killed has left over MongoDB goes with the next one, and never what is shown', async () => {
  const place = mongodbPlace();
  const log = await logOf(written('card-1', noted('n1')));
  const running = place.run(log);
  await running.caughtUp();
  const store = place.killedBeside();
  const lease = await store.acquireLease('test', 0);
  if (!lease) throw new Error('the place is not empty');
  await rebuildBeside({ log, store, lease, onPage: () => Promise.resolve() }, [projection]);
  await store.close();
  expect(await place.leftOvers()).toHaveLength(3);

  const next = await place.beside();
  expect(await place.leftOvers()).toEqual([]);
  await next.discard();
  await running.caughtUp();
  await running.stop();
});
