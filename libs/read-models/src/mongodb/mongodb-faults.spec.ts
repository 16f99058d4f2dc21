import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { StoreUnavailable } from '#events/store/event-store.errors';
import type { Fault } from '../../../../test/mongodb-protocol/faults.js';
import { MongodbProtocolServer } from '../../../../test/mongodb-protocol/mongodb-protocol-server.js';
import { defineProjection } from '../store/define-projection.js';
import type { Lease, ProjectionStore, RowChange } from '../store/projection-store.js';
import { LeaseLost } from '../store/read-store.errors.js';
import type { Row } from '../store/row.js';
import { COMMIT_STEPS } from '../testing/commit-steps.js';
import type { MongodbOptions } from './mongodb-database.js';
import { MongodbProjectionStore } from './mongodb-projection-store.js';
import { MongodbReadStore } from './mongodb-read-store.js';

jest.setTimeout(60_000);

interface Boat extends Row {
  readonly harbour: string;
}

const boats = defineProjection<Boat>({
  name: 'boats',
  version: 1,
  keysOf: () => [],
  on: {},
  indexes: [{ name: 'by-harbour', fields: ['harbour'] }],
  counts: [['harbour']],
});

const HOUR_MS = 3_600_000;
/**
 * Whoever is hasty gives a silent server up after so long. On a busy machine it may give up one that is not silent, too: only what
 * is to fail, or may, is asked hastily.
 */
const HASTE_MS = 200;

const FAULTS: readonly Fault[] = [
  'drop-before',
  'drop-after',
  'twice',
  'unconfirmed',
  'not-primary',
  'shutting-down',
  'disk-full',
];

/** Asks until there is an answer. */
async function answered(ask: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await ask();
      return;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
}

describe.each([{ isReplicaSet: false }, { isReplicaSet: true }])('MongoDB that misbehaves, %o', (options) => {
  let server: MongodbProtocolServer;
  let url: string;
  let now = 0;
  let lease: Lease;
  let writer: MongodbProjectionStore;
  let reader: MongodbReadStore;
  const opened: ProjectionStore[] = [];

  const openWriter = (options: MongodbOptions = {}): MongodbProjectionStore => {
    const store = new MongodbProjectionStore(url, { nowMs: () => now, ...options });
    opened.push(store);
    return store;
  };
  const leased = async (store: ProjectionStore, holder: string): Promise<Lease> => {
    const taken = await store.acquireLease(holder, HOUR_MS);
    if (!taken) throw new Error('the lease is held by another');
    return taken;
  };
  const boat = (key: string, harbour: string): Boat => ({ key, harbour });

  /** Moves to the next position; rows replace, or with `undefined` delete, what stands at their keys. */
  async function sail(
    store: ProjectionStore,
    held: Lease,
    rows: Readonly<Record<string, Boat | undefined>>,
  ): Promise<void> {
    const { position: from } = await store.open(held, boats);
    const stored = await store.load(boats, boats, Object.keys(rows));
    const to = from + 1n;
    const changes = Object.entries(rows).map(([key, row]): RowChange => {
      return { key, before: stored.get(key), after: { position: to, ...(row && { row }) } };
    });
    await store.commit(held, [
      { projection: boats, from, to, changes: [{ view: boats, rows: changes }], park: [], unpark: [] },
    ]);
  }

  const shown = async (): Promise<unknown> => {
    const { rows } = await reader.seek(boats, { index: 'by-harbour', limit: 99 });
    const counts = await reader.counts(boats, ['harbour'], []);
    return { rows, counts: counts.map(({ values, count }) => [...values, count]), at: await reader.checkpoint(boats) };
  };

  beforeAll(async () => {
    server = await MongodbProtocolServer.start(options);
  });

  afterAll(() => server.close());

  beforeEach(async () => {
    url = server.urlOf(`faults-${randomUUID()}`);
    writer = openWriter();
    reader = new MongodbReadStore(url);
    lease = await leased(writer, 'first');
    await writer.open(lease, boats);
    await writer.completeBuild(lease, boats);
    await writer.activate(lease, boats);
    await sail(writer, lease, { a: boat('a', 'Visby'), b: boat('b', 'Visby') });
  });

  afterEach(async () => {
    server.doesWritesTwice = false;
    server.behave();
    await Promise.all([reader.close(), ...opened.splice(0).map((store) => store.close())]);
  });

  const SAILED = {
    rows: [boat('a', 'Kalmar'), boat('c', 'Visby')],
    counts: [
      ['Kalmar', 1],
      ['Visby', 1],
    ],
    at: 2n,
  };
  const changes = { a: boat('a', 'Kalmar'), b: undefined, c: boat('c', 'Visby') };

  async function storedOrUnavailable(sailing: Promise<void>): Promise<void> {
    const error = await sailing.catch((thrown: unknown) => thrown);
    if (error !== undefined) expect(error).toBeInstanceOf(StoreUnavailable);
  }

  /** Whoever goes on ends what was decided on, or does it now. */
  async function endedBy(store: ProjectionStore, held: Lease): Promise<void> {
    const { position } = await store.open(held, boats);
    if (position < 2n) await sail(store, held, changes);
    expect(await shown()).toEqual(SAILED);
  }

  describe.each(COMMIT_STEPS)('at the %o of a commit', (step) => {
    test.each(FAULTS)('%s: it is stored once, or fails by name and is ended later', async (fault) => {
      server.misbehave({ ...step, fault });
      await storedOrUnavailable(sail(writer, lease, changes));
      await endedBy(writer, lease);
    });

    test('an answer that is not waited for: it is stored once, or fails by name and is ended by another', async () => {
      const misbehaviour = server.misbehave({ ...step, fault: 'late' });
      await storedOrUnavailable(sail(openWriter({ timeoutMs: HASTE_MS }), lease, changes));
      misbehaviour.release();
      // Another, for what the first has sent may still be under way.
      now += HOUR_MS;
      const next = openWriter();
      await endedBy(next, await leased(next, 'second'));
    });
  });

  test.each<[Fault, StoreUnavailable['reason']]>([
    ['disk-full', 'disk-full'],
    ['unconfirmed', 'io'],
  ])('%s is told by name', async (fault, reason) => {
    server.misbehave({ command: 'update', on: 'control', fault });
    await expect(sail(writer, lease, changes)).rejects.toMatchObject({ name: 'StoreUnavailable', reason });
  });

  test('a server that does every write twice ends at the same rows and counters', async () => {
    server.doesWritesTwice = true;
    const second = { ...boats, version: 2 };
    await sail(writer, lease, changes);
    await writer.open(lease, second);
    await writer.completeBuild(lease, second);
    expect(await shown()).toEqual(SAILED);
  });

  test('a cursor that is gone in the middle of an answer costs nothing', async () => {
    const many = Array.from({ length: 250 }, (_, at) => [`k${at}`, boat(`k${at}`, `harbour ${at}`)] as const);
    await sail(writer, lease, Object.fromEntries(many));
    const { met } = server.misbehave({ command: 'getMore', fault: 'cursor-gone' });
    expect(await reader.counts(boats, ['harbour'], [])).toHaveLength(251);
    await met;
  });

  test('a server that is gone is told by name, and found again when it is back', async () => {
    const hasty = new MongodbReadStore(url, { timeoutMs: HASTE_MS });
    server.crash();
    await expect(hasty.get(boats, 'a')).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'unreachable' });
    await expect(sail(openWriter({ timeoutMs: HASTE_MS }), lease, changes)).rejects.toThrow(StoreUnavailable);
    await server.restart();
    await answered(() => hasty.get(boats, 'a'));
    await hasty.close();
    await sail(writer, lease, changes);
    expect(await shown()).toEqual(SAILED);
  });

  test('a reader who waits while the server is gone is told by name', async () => {
    const hasty = new MongodbReadStore(url, { timeoutMs: HASTE_MS });
    server.crash();
    await expect(hasty.waitUntil(9n, HOUR_MS)).rejects.toThrow(StoreUnavailable);
    await server.restart();
    await hasty.close();
  });

  test.each(COMMIT_STEPS)('another projector ends what one that died had decided on: at %o', async (step) => {
    // The driver asks once more.
    server.misbehave({ ...step, fault: 'drop-before' });
    server.misbehave({ ...step, fault: 'drop-before' });
    await sail(writer, lease, changes).catch(() => undefined);
    server.behave();
    now += HOUR_MS;
    const next = openWriter();
    const taken = await leased(next, 'second');
    await endedBy(next, taken);
  });

  describe('a stale owner that wakes up', () => {
    test.each(COMMIT_STEPS)('writes nothing over its successor: at %o', async (step) => {
      const stale = openWriter();
      const paused = server.misbehave({ ...step, fault: 'held' });
      const sleeping = sail(stale, lease, changes).catch((error: unknown) => error);
      await paused.met;
      now += HOUR_MS;
      const next = openWriter();
      const taken = await leased(next, 'second');
      await sail(next, taken, { a: undefined, c: undefined, d: boat('d', 'Lund') });
      const before = await shown();
      paused.release();
      const woken = await sleeping;
      if (woken !== undefined) expect(woken).toBeInstanceOf(LeaseLost);
      expect(await shown()).toEqual(before);
      await sail(next, taken, { e: boat('e', 'Lund') });
      expect(await reader.count(boats, ['harbour'], ['Lund'])).toBe(2);
    });
  });

  test('sends no upsert, no transaction and no operator that harms when done twice, and all writes to a majority', async () => {
    const sent: string[] = [];
    server.onRequest = ({ command, fields, documents }) => {
      const parts = [...documents('updates'), ...documents('documents')].map(({ plain }) => plain);
      sent.push(
        JSON.stringify({
          command,
          concern: fields['writeConcern'] as unknown,
          txn: fields['startTransaction'] as unknown,
          parts,
        }),
      );
    };
    await sail(writer, lease, changes);
    server.onRequest = () => undefined;
    const writes = sent.filter((text) => /"command":"(insert|update|delete)"/.test(text));
    expect(writes.length).toBeGreaterThan(5);
    for (const text of writes) {
      expect(text).toMatch(/"concern":\{"w":"majority","j":true\}/);
      expect(text).not.toMatch(/"upsert":true|"txn":true|"\$(inc|push|addToSet|mul|pull|currentDate)"/);
    }
  });

  test('deletions leave tombstones, which go when the checkpoint has passed them long ago', async () => {
    await sail(writer, lease, changes);
    expect(await writer.load(boats, boats, ['b'])).toEqual(new Map([['b', { position: 2n }]]));
    now += 2 * HOUR_MS;
    await sail(writer, lease, {});
    expect(await writer.load(boats, boats, ['b'])).toEqual(new Map());
    await sail(writer, lease, { b: boat('b', 'Lund') });
    expect(await reader.count(boats, ['harbour'], ['Lund'])).toBe(1);
  });
});
