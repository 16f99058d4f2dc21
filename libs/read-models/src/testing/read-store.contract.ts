import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Position } from '#events/store/recorded-event';
import { defineProjection, deriveView, type Projection } from '../store/define-projection.js';
import type { Lease, ProjectionCommit, ProjectionStore, RowChange } from '../store/projection-store.js';
import type { ReadStore } from '../store/read-store.js';
import { CheckpointMoved, LeaseLost, SeekUnknown, ViewUnavailable } from '../store/read-store.errors.js';
import type { Row } from '../store/row.js';
import type { View } from '../store/view.js';

/** Two connections to the same rows, and a clock that both writers share. */
export interface StoresUnderTest {
  readonly reader: ReadStore;
  readonly writer: ProjectionStore;
  /** Another process. */
  readonly rival: ProjectionStore;
  moveClock(ms: number): void;
  close(): Promise<void>;
}

interface Boat extends Row {
  readonly harbour: string;
  readonly length: number;
  readonly name?: string;
}

interface Berth extends Row {
  readonly harbour: string;
}

const berths = deriveView<Boat, Berth>({
  name: 'berths',
  projection: 'boats',
  rowsOf: ({ key, harbour }) => [{ key: `${key}|berth`, harbour }],
  indexes: [],
  counts: [],
});

const boatsAt = (version: number): Projection<Boat> =>
  defineProjection<Boat>({
    name: 'boats',
    version,
    keysOf: () => [],
    on: {},
    indexes: [
      { name: 'by-harbour', fields: ['harbour', 'length'] },
      { name: 'by-name', fields: ['name'] },
      { name: 'longest', fields: ['harbour', 'length'], descending: true },
    ],
    counts: [['harbour'], ['harbour', 'length']],
    derived: [berths],
  });

const boats = boatsAt(1);
const HOUR_MS = 3_600_000;

const boat = (key: string, harbour: string, length: number, name?: string): Boat => ({
  key,
  harbour,
  length,
  ...(name && { name }),
});

/** The rules that every pair of reader and writer keeps. */
export function readStoreContract(technology: string, open: () => Promise<StoresUnderTest>): void {
  describe(`the read store on ${technology}`, () => {
    let stores: StoresUnderTest;
    let lease: Lease;
    let position: Position;

    beforeEach(async () => {
      stores = await open();
      lease = await leased(stores.writer);
      position = 0n;
      await stores.writer.open(lease, boats);
    });

    afterEach(() => stores.close());

    const leased = async (writer: ProjectionStore, holder = 'first'): Promise<Lease> => {
      const taken = await writer.acquireLease(holder, HOUR_MS);
      if (!taken) throw new Error('the lease is held by another');
      return taken;
    };

    /** One commit whose rows replace, or with `undefined` delete, what stands at their keys. */
    async function commit(
      rows: Readonly<Record<string, Row | undefined>>,
      { view = boats, projection = boats, ...rest }: Partial<ProjectionCommit> & { readonly view?: View } = {},
    ): Promise<void> {
      const stored = await stores.writer.load(projection, view, Object.keys(rows));
      const to = position + 1n;
      const changes = Object.entries(rows).map(([key, row]): RowChange => {
        const before = stored.get(key);
        return { key, ...(before && { before }), after: { position: to, ...(row && { row }) } };
      });
      await stores.writer.commit(lease, [
        { projection, from: position, to, changes: [{ view, rows: changes }], park: [], unpark: [], ...rest },
      ]);
      position = to;
    }

    const show = async (projection = boats): Promise<void> => {
      await stores.writer.completeBuild(lease, projection);
      await stores.writer.activate(lease, projection);
    };

    const moor = (...moored: readonly Boat[]): Promise<void> =>
      commit(Object.fromEntries(moored.map((row) => [row.key, row])));

    const keysOf = (rows: readonly Row[]): string[] => rows.map(({ key }) => key);

    describe('rows', () => {
      test('are found by key, one or many, in the order asked for', async () => {
        await moor(boat('a', 'Visby', 7), boat('b', 'Visby', 9));
        await show();
        expect(await stores.reader.get(boats, 'a')).toEqual(boat('a', 'Visby', 7));
        expect(await stores.reader.get(boats, 'z')).toBeUndefined();
        expect(keysOf(await stores.reader.getMany(boats, ['b', 'z', 'a']))).toEqual(['b', 'a']);
      });

      test('are replaced and deleted', async () => {
        await show();
        await moor(boat('a', 'Visby', 7), boat('b', 'Visby', 9));
        await commit({ a: boat('a', 'Kalmar', 7), b: undefined });
        expect(await stores.reader.get(boats, 'a')).toEqual(boat('a', 'Kalmar', 7));
        expect(await stores.reader.get(boats, 'b')).toBeUndefined();
      });

      test('carry the position last folded in', async () => {
        await moor(boat('a', 'Visby', 7));
        await moor(boat('b', 'Visby', 9));
        const stored = await stores.writer.load(boats, boats, ['a', 'b', 'z']);
        expect(stored).toEqual(
          new Map([
            ['a', { row: boat('a', 'Visby', 7), position: 1n }],
            ['b', { row: boat('b', 'Visby', 9), position: 2n }],
          ]),
        );
      });

      test('come back as texts keep them: a field without a value is absent', async () => {
        const nameless: Boat = { ...boat('a', 'Visby', 7), name: undefined };
        await moor(nameless);
        await show();
        const stored = await stores.writer.load(boats, boats, ['a']);
        for (const row of [stored.get('a')?.row, await stores.reader.get(boats, 'a')]) {
          expect(row).toStrictEqual(boat('a', 'Visby', 7));
        }
      });

      test('of a derived view stand beside those that they come from', async () => {
        await show();
        await commit({ 'a|berth': { key: 'a|berth' } }, { view: berths });
        expect(await stores.reader.get(berths, 'a|berth')).toEqual({ key: 'a|berth' });
        expect(await stores.reader.checkpoint(berths)).toBe(1n);
      });
    });

    describe('a seek', () => {
      beforeEach(async () => {
        await moor(
          boat('a', 'Visby', 9),
          boat('b', 'Visby', 7, 'Saltkråkan'),
          boat('c', 'Kalmar', 8),
          boat('d', 'Visby', 9),
        );
        await show();
        await moor(boat('e', 'Visby', 12, 'Albatross'));
      });

      test('goes by the index, then by the key', async () => {
        const { rows } = await stores.reader.seek(boats, {
          index: 'by-harbour',
          equals: { harbour: 'Visby' },
          limit: 9,
        });
        expect(keysOf(rows)).toEqual(['b', 'a', 'd', 'e']);
      });

      test('keeps to a range of the next field, its bounds included', async () => {
        const range = { index: 'by-harbour', equals: { harbour: 'Visby' }, from: 9, to: 9, limit: 9 };
        expect(keysOf((await stores.reader.seek(boats, range)).rows)).toEqual(['a', 'd']);
      });

      test('may leave all fields open or fix them all', async () => {
        expect(keysOf((await stores.reader.seek(boats, { index: 'by-harbour', limit: 9 })).rows)).toEqual([
          'c',
          'b',
          'a',
          'd',
          'e',
        ]);
        const fixed = { index: 'by-harbour', equals: { harbour: 'Visby', length: 9 }, limit: 9 };
        expect(keysOf((await stores.reader.seek(boats, fixed)).rows)).toEqual(['a', 'd']);
      });

      test.each([1, 2, 3, 4, 5])('meets every row once in pages of %i', async (limit) => {
        const met: string[] = [];
        for (const index of ['by-harbour', 'longest'] as const) {
          let page = await stores.reader.seek(boats, { index, equals: { harbour: 'Visby' }, limit });
          for (met.push(...keysOf(page.rows)); page.next; met.push(...keysOf(page.rows)))
            page = await stores.reader.seek(boats, { index, equals: { harbour: 'Visby' }, limit, after: page.next });
        }
        expect(met).toEqual(['b', 'a', 'd', 'e', 'e', 'd', 'a', 'b']);
      });

      test.each([
        { index: 'by-harbour', before: 1, behind: 99 },
        { index: 'longest', before: 99, behind: 1 },
      ])('leaves the bounds of $index as they are where a cursor stands outside of them', async (one) => {
        const { index, before, behind } = one;
        const range = { index, equals: { harbour: 'Visby' }, from: 9, to: 12, limit: 9 };
        const whole = keysOf((await stores.reader.seek(boats, range)).rows);
        const after = async (length: number): Promise<readonly string[]> =>
          keysOf((await stores.reader.seek(boats, { ...range, after: [length, 'b'] })).rows);
        expect(whole).not.toHaveLength(0);
        expect([await after(before), await after(behind)]).toEqual([whole, []]);
      });

      test('does not meet rows that lack a field of the index', async () => {
        expect(keysOf((await stores.reader.seek(boats, { index: 'by-name', limit: 9 })).rows)).toEqual(['e', 'b']);
      });

      test('sees a row where it is now, not where it was', async () => {
        await commit({ a: boat('a', 'Kalmar', 9), b: boat('b', 'Visby', 7) });
        const { rows } = await stores.reader.seek(boats, {
          index: 'by-harbour',
          equals: { harbour: 'Visby' },
          limit: 9,
        });
        expect(keysOf(rows)).toEqual(['b', 'd', 'e']);
        expect(keysOf((await stores.reader.seek(boats, { index: 'by-name', limit: 9 })).rows)).toEqual(['e']);
      });

      test('is refused where no index begins with the fields', async () => {
        const wrong = [
          { index: 'by-colour', limit: 1 },
          { index: 'by-harbour', equals: { length: 9 }, limit: 1 },
          { index: 'by-name', equals: { name: 'Albatross' }, from: 'A', limit: 1 },
        ];
        for (const seek of wrong) await expect(stores.reader.seek(boats, seek)).rejects.toThrow(SeekUnknown);
      });

      test('counts a range, up to a limit', async () => {
        const range = { index: 'by-harbour', equals: { harbour: 'Visby' }, to: 9 };
        expect(await stores.reader.countUpTo(boats, range, 9)).toBe(3);
        expect(await stores.reader.countUpTo(boats, range, 2)).toBe(2);
      });
    });

    describe('counters', () => {
      test('are exact after bulk loading and after every commit', async () => {
        await moor(boat('a', 'Visby', 9), boat('b', 'Visby', 7), boat('c', 'Kalmar', 8));
        await show();
        expect(await stores.reader.count(boats, ['harbour'], ['Visby'])).toBe(2);
        await commit({ a: boat('a', 'Kalmar', 9), b: undefined, d: boat('d', 'Visby', 9), e: boat('e', 'Visby', 9) });
        await commit({ d: boat('d', 'Visby', 9, 'renamed') });
        expect(await stores.reader.count(boats, ['harbour'], ['Visby'])).toBe(2);
        expect(await stores.reader.count(boats, ['harbour'], ['Kalmar'])).toBe(2);
        expect(await stores.reader.count(boats, ['harbour'], ['Kal'])).toBe(0);
      });

      test('are listed by the first values of the group, without those at nothing', async () => {
        await show();
        await moor(boat('a', 'Visby', 9), boat('b', 'Visby', 7), boat('c', 'Visbyn', 8), boat('d', 'Visby', 5));
        await commit({ d: undefined });
        const inVisby = [
          { values: ['Visby', 7], count: 1 },
          { values: ['Visby', 9], count: 1 },
        ];
        expect(await stores.reader.counts(boats, ['harbour', 'length'], ['Visby'])).toEqual(inVisby);
        expect(await stores.reader.counts(boats, ['harbour', 'length'], ['Visby', 9])).toEqual(inVisby.slice(1));
        expect(await stores.reader.counts(boats, ['harbour', 'length'], [])).toHaveLength(3);
      });

      test('go on from bulk loading with numbers, too', async () => {
        await moor(boat('a', 'Visby', 9));
        await show();
        await commit({ a: boat('a', 'Visby', 8) });
        expect(await stores.reader.counts(boats, ['harbour', 'length'], [])).toEqual([
          { values: ['Visby', 8], count: 1 },
        ]);
      });

      test('are refused for a group that is not declared', async () => {
        await show();
        await expect(stores.reader.count(boats, ['name'], ['Albatross'])).rejects.toThrow(SeekUnknown);
        await expect(stores.reader.counts(boats, ['length', 'harbour'], [])).rejects.toThrow(SeekUnknown);
      });
    });

    describe('a version', () => {
      const second = boatsAt(2);

      test('is shown when it is activated, not before', async () => {
        await moor(boat('a', 'Visby', 9));
        await expect(stores.reader.get(boats, 'a')).rejects.toThrow(ViewUnavailable);
        await expect(stores.reader.checkpoint(boats)).rejects.toThrow(ViewUnavailable);
        await show();
        expect(await stores.reader.get(boats, 'a')).toBeDefined();
        expect(await stores.reader.checkpoint(boats)).toBe(1n);
      });

      test('remembers its state and checkpoint', async () => {
        expect(await stores.writer.open(lease, boats)).toEqual({ state: 'building', position: 0n });
        await moor(boat('a', 'Visby', 9));
        await stores.writer.completeBuild(lease, boats);
        expect(await stores.writer.open(lease, boats)).toEqual({ state: 'ready', position: 1n });
        await show();
        expect(await stores.writer.open(lease, boats)).toEqual({ state: 'active', position: 1n });
      });

      test('is built beside the one that is shown, and swapped in', async () => {
        await moor(boat('a', 'Visby', 9));
        await show();
        position = 0n;
        await stores.writer.open(lease, second);
        await commit({ a: boat('a', 'Kalmar', 9) }, { projection: second, view: second });
        expect(await stores.reader.get(boats, 'a')).toEqual(boat('a', 'Visby', 9));
        await show(second);
        expect(await stores.reader.checkpoint(boats)).toBe(1n);
        expect(await stores.reader.get(boats, 'a')).toEqual(boat('a', 'Kalmar', 9));
        expect(await stores.reader.count(boats, ['harbour'], ['Visby'])).toBe(0);
        expect(await stores.writer.open(lease, boats)).toEqual({ state: 'retired', position: 1n });
      });

      test('that was replaced can be gone back to; older ones are dropped', async () => {
        await moor(boat('a', 'Visby', 9));
        await show();
        await stores.writer.open(lease, second);
        await show(second);
        await show(boats);
        expect(await stores.reader.get(boats, 'a')).toBeDefined();
        const third = boatsAt(3);
        await stores.writer.open(lease, third);
        await show(third);
        expect(await stores.writer.open(lease, second)).toEqual({ state: 'building', position: 0n });
        expect(await stores.writer.open(lease, boats)).toEqual({ state: 'retired', position: 1n });
      });
    });

    describe('a commit', () => {
      beforeEach(() => show());

      test('from another checkpoint than the stored one stores nothing', async () => {
        await moor(boat('a', 'Visby', 9));
        position = 0n;
        await expect(moor(boat('b', 'Visby', 9))).rejects.toThrow(CheckpointMoved);
        expect(await stores.reader.get(boats, 'b')).toBeUndefined();
        expect(await stores.reader.count(boats, ['harbour'], ['Visby'])).toBe(1);
      });

      test('takes a position beyond 64 bits', async () => {
        const to = 2n ** 70n;
        await commit({ a: boat('a', 'Visby', 9) }, { to });
        expect(await stores.reader.checkpoint(boats)).toBe(to);
      });

      test('keeps parked events in log order until their key is unparked', async () => {
        const parked = (key: string, at: bigint) => ({
          key,
          position: at,
          streamId: `s-${key}`,
          revision: 3,
          eventId: `e${at}`,
          type: 'BoatSank',
        });
        await commit({}, { park: [parked('b', 9n), parked('a', 10n)] });
        await commit({}, { park: [parked('b', 11n)] });
        expect(await stores.writer.parked(boats)).toEqual([parked('b', 9n), parked('a', 10n), parked('b', 11n)]);
        await commit({}, { unpark: ['b'] });
        expect(await stores.writer.parked(boats)).toEqual([parked('a', 10n)]);
      });
    });

    describe('the lease', () => {
      test('is held by one projector until it lapses', async () => {
        expect(await stores.rival.acquireLease('second', HOUR_MS)).toBeUndefined();
        stores.moveClock(HOUR_MS);
        expect((await leased(stores.rival, 'second')).epoch).toBeGreaterThan(lease.epoch);
        expect(await stores.writer.renewLease(lease, HOUR_MS)).toBe(false);
      });

      test('lasts while it is renewed, and is free once it is released', async () => {
        stores.moveClock(HOUR_MS - 1);
        expect(await stores.writer.renewLease(lease, HOUR_MS)).toBe(true);
        stores.moveClock(HOUR_MS - 1);
        expect(await stores.rival.acquireLease('second', HOUR_MS)).toBeUndefined();
        await stores.writer.releaseLease(lease);
        expect(await stores.rival.acquireLease('second', HOUR_MS)).toBeDefined();
      });

      test('that was taken over lets its old holder write nothing', async () => {
        stores.moveClock(HOUR_MS);
        await leased(stores.rival, 'second');
        await expect(moor(boat('a', 'Visby', 9))).rejects.toThrow(LeaseLost);
        await expect(stores.writer.activate(lease, boats)).rejects.toThrow(LeaseLost);
        expect(await stores.rival.load(boats, boats, ['a'])).toEqual(new Map());
      });

      test('that lapsed unseen still fences nobody out', async () => {
        stores.moveClock(HOUR_MS);
        await moor(boat('a', 'Visby', 9));
        expect(await stores.writer.load(boats, boats, ['a'])).toHaveProperty('size', 1);
      });
    });

    describe('a reader who waits', () => {
      test('is told as soon as the views have passed the position', async () => {
        await show();
        const waited = stores.reader.waitUntil(2n, HOUR_MS);
        await moor(boat('a', 'Visby', 9));
        await moor(boat('b', 'Visby', 9));
        expect(await waited).toBe(true);
        expect(await stores.reader.waitUntil(2n, 0)).toBe(true);
      });

      test('is told when the time is out', async () => {
        await show();
        expect(await stores.reader.waitUntil(1n, 1)).toBe(false);
      });

      test('is woken by every commit until the signal aborts', async () => {
        await show();
        const aborting = new AbortController();
        const changes = stores.reader.changes(aborting.signal)[Symbol.asyncIterator]();
        for (const key of ['a', 'b']) {
          const woken = changes.next();
          await moor(boat(key, 'Visby', 9));
          expect((await woken).done).toBe(false);
        }
        const ended = changes.next();
        aborting.abort();
        expect((await ended).done).toBe(true);
      });

      test('misses no commit that came while nobody was looking', async () => {
        await show();
        const aborting = new AbortController();
        const changes = stores.reader.changes(aborting.signal)[Symbol.asyncIterator]();
        const first = changes.next();
        await moor(boat('a', 'Visby', 9));
        await first;
        await moor(boat('b', 'Visby', 9));
        expect((await changes.next()).done).toBe(false);
        aborting.abort();
      });
    });
  });
}
