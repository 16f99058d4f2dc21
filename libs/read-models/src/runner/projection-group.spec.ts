import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { Projection } from '../store/define-projection.js';
import { FaultyLog, type Fault } from '../testing/faulty-log.js';
import { naiveFold } from '../testing/naive-fold.js';
import { runGroup, type RunningGroup } from '../testing/run-group.js';
import { mongodbPlace } from '../testing/mongodb-place.js';
import { endEachTest, inMemory, onSqlite, type OpenStores } from '../testing/stores-under-test.js';
import { barred, cured, noted, tally, tallyNotes, unfrozen, type TallyRow } from '../testing/tally.projection.js';
import { everythingIn, logOf, write, written, type Written } from '../testing/written-log.js';
import { lagBehind } from './lag.js';
import { LogRolledBack } from './runner.errors.js';

// A server answers later than a file.
jest.setTimeout(60_000);
const onMongodb = mongodbPlace();
endEachTest();

const someEvents = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.nat(99).map((note) => noted(`n${note}`, note % 2 ? 'ann' : 'bo')) },
    { weight: 1, arbitrary: fc.constantFrom(barred, cured, unfrozen) },
  ),
  { maxLength: 60 },
);
const someLog = fc
  .tuple(someEvents, fc.array(fc.nat(4), { minLength: 60, maxLength: 60 }))
  .map(([events, cards]): Written[] => events.flatMap((event, at) => written(`card-${cards[at] ?? 0}`, event)));

const twoCards = [
  ...written('card-1', noted('n1'), noted('n2', 'bo')),
  ...written('card-2', noted('n3'), cured),
  ...written('card-1', barred, noted('n4')),
];

describe.each([inMemory, onSqlite, onMongodb])('a projection group on $technology', (place) => {
  const shown = async (stores: OpenStores, projection: Projection<TallyRow>): Promise<unknown> => {
    const kinds = ['card', 'writer'];
    const pages = kinds.map((kind) =>
      stores.reader.seek(projection, { index: 'by-kind', equals: { kind }, limit: 99 }),
    );
    return Object.fromEntries((await Promise.all(pages)).flatMap(({ rows }) => rows.map((row) => [row.key, row])));
  };

  async function ran(
    stores: OpenStores,
    setting: Omit<Parameters<typeof runGroup>[0], keyof OpenStores>,
  ): Promise<void> {
    const running = runGroup({ ...stores, ...setting });
    await running.caughtUp();
    await running.stop();
  }

  test.each([1, 7, 1000])('shows the fold of the log, in pages of %i, built at once or followed', async (size) => {
    const property = fc.asyncProperty(someLog, someLog, async (before, after) => {
      const stores = place.make().open();
      const log = await logOf(before);
      const options = { pageEvents: size, commitEvents: 2 * size, batchEvents: size, bulkRows: size };
      const running = runGroup({ ...stores, log, projections: [tally()], options });
      await running.caughtUp();
      await write(log, after);
      await running.caughtUp();
      await running.stop();
      expect(await stores.dump(tally())).toEqual(naiveFold(tally(), await everythingIn(log)));
    });
    await fc.assert(property, { numRuns: 12 });
  });

  test('goes on from its checkpoint when it is started again', async () => {
    const here = place.make();
    const log = await logOf(twoCards);
    await ran(here.open(), { log, projections: [tally()] });
    await write(log, written('card-2', noted('n5'), barred, noted('n6')));
    const stores = here.open();
    await ran(stores, { log, projections: [tally()] });
    expect(await stores.dump(tally())).toEqual(naiveFold(tally(), await everythingIn(log)));
    expect(await stores.reader.count(tallyNotes, ['kind'], ['note'])).toBe(
      Object.keys(naiveFold(tally(), await everythingIn(log))['tally-notes'] ?? {}).length,
    );
  });

  describe('with an event that its code cannot fold', () => {
    const stumbling = tally({ stumblesOver: 'bad' });
    const mended = tally();

    test('parks it, too, when it fails only where further rows are derived', async () => {
      const stores = place.make().open();
      const log = await logOf(twoCards);
      const running = runGroup({ ...stores, log, projections: [tally()] });
      await running.caughtUp();
      await write(log, written('card-2', noted('n7', 'cy'), noted('underivable', 'cy'), noted('n8', 'bo')));
      await running.caughtUp();
      expect((await stores.writer.parked(tally())).map(({ key }) => key)).toContain('card-2');
      expect(await stores.reader.get(tally(), 'card-2')).toMatchObject({ stuck: {} });
      expect(await stores.reader.get(tally(), 'by-bo')).toMatchObject({ notes: ['n2', 'n8'] });
      await running.stop();
    });

    async function stuckGroup() {
      const here = place.make();
      const stores = here.open();
      const log = await logOf(twoCards);
      const running = runGroup({ ...stores, log, projections: [stumbling] });
      await running.caughtUp();
      await write(log, [...written('card-2', noted('bad')), ...written('card-1', noted('n7'))]);
      await write(log, written('card-2', noted('n8', 'bo')));
      await running.caughtUp();
      return { here, stores, log, running };
    }

    test('parks its key, marks the row and lets the rest flow', async () => {
      const { stores, running, log } = await stuckGroup();
      const stuck = await stores.reader.get(stumbling, 'card-2');
      const bad = (await everythingIn(log)).find((event) => event.type === 'NoteAdded' && event.data.noteId === 'bad');
      expect(stuck).toMatchObject({ notes: ['n3'], stuck: { since: bad?.recordedAt, eventId: bad?.id } });
      expect(await stores.reader.get(tallyNotes, 'card-2|n3')).toMatchObject({ stuck: { eventId: bad?.id } });
      expect(await stores.reader.get(stumbling, 'card-1')).toMatchObject({ notes: ['n4', 'n7'] });
      expect(await stores.reader.get(stumbling, 'by-bo')).toMatchObject({ notes: ['n2', 'n8'] });
      expect(running.group.status()).toMatchObject([{ parkedKeys: 1 }]);
      await running.stop();
    });

    test('keeps later events of the key waiting, also over a restart', async () => {
      const { here, running, log } = await stuckGroup();
      await running.stop();
      await write(log, written('card-2', noted('n9')));
      const stores = here.open();
      await ran(stores, { log, projections: [stumbling] });
      expect((await stores.writer.parked(stumbling)).map(({ revision }) => revision)).toEqual([2, 3, 4]);
      expect(await stores.reader.get(stumbling, 'card-2')).toMatchObject({ notes: ['n3'] });
    });

    test('shows what never failing would have shown, once the code is mended', async () => {
      const { here, running, log } = await stuckGroup();
      await running.stop();
      // Only what is new shows that the group has begun.
      await write(log, written('card-1', noted('n9')));
      const stores = here.open();
      await ran(stores, { log, projections: [mended] });
      expect(await stores.dump(mended)).toEqual(naiveFold(mended, await everythingIn(log)));
      expect(await stores.writer.parked(mended)).toEqual([]);
    });

    test('stops a rebuild, and the version before stays', async () => {
      const here = place.make();
      const log = await logOf([...twoCards, ...written('card-3', noted('bad'), noted('n9'))]);
      await ran(here.open(), { log, projections: [tally()] });
      const stores = here.open();
      const second = tally({ version: 2, stumblesOver: 'bad' });
      const running = runGroup({ ...stores, log, projections: [second] });
      await running.heard('the rebuild stopped');
      await running.stop();
      expect(running.group.status()[0]?.failure).toMatch(/^tally cannot fold the NoteAdded /);
      expect(await shown(stores, tally())).toEqual(naiveFold(tally(), await everythingIn(log))['tally']);
    });
  });

  describe('with a new version', () => {
    test('builds it beside, shows it when it is complete and keeps the old one', async () => {
      const here = place.make();
      const log = await logOf(twoCards);
      await ran(here.open(), { log, projections: [tally()] });
      await write(log, written('card-3', noted('n9')));
      const stores = here.open();
      await ran(stores, { log, projections: [tally({ version: 2 })] });
      expect(await shown(stores, tally())).toEqual(naiveFold(tally(), await everythingIn(log))['tally']);
      expect(Object.keys((await stores.dump(tally()))['tally'] ?? {})).not.toContain('card-3');
    });

    test('goes back to the old one where its code returns', async () => {
      const here = place.make();
      const log = await logOf(twoCards);
      for (const version of [1, 2]) await ran(here.open(), { log, projections: [tally({ version })] });
      await write(log, written('card-3', noted('n9')));
      const stores = here.open();
      await ran(stores, { log, projections: [tally()] });
      expect(await stores.dump(tally())).toEqual(naiveFold(tally(), await everythingIn(log)));
    });

    test('goes on with a build that was broken off', async () => {
      const here = place.make();
      const log = await logOf([...twoCards, ...written('card-3', noted('n9'), noted('bad'))]);
      const options = { pageEvents: 1, bulkRows: 1 };
      const first = runGroup({ ...here.open(), log, projections: [tally({ stumblesOver: 'bad' })], options });
      await first.heard('the rebuild stopped');
      await first.stop();
      const stores = here.open();
      const lease = await stores.writer.acquireLease('looker-on', 0);
      expect(lease && (await stores.writer.open(lease, tally()))).toMatchObject({ state: 'building', position: 7n });
      await ran(stores, { log, projections: [tally()], options });
      expect(await stores.dump(tally())).toEqual(naiveFold(tally(), await everythingIn(log)));
    });
  });

  test('stops when the log was rolled back behind its checkpoint', async () => {
    const here = place.make();
    await ran(here.open(), { log: await logOf(twoCards), projections: [tally()] });
    const running = runGroup({ ...here.open(), log: await logOf(twoCards.slice(1)), projections: [tally()] });
    await expect(running.ended).rejects.toThrow(LogRolledBack);
    await expect(running.ended).rejects.toThrow('the log was rolled back: it ends at 5, the views are at 6');
  });

  test('reads nothing again of a log that all its versions have read', async () => {
    const stores = place.make().open();
    const log = new FaultyLog(await logOf(twoCards), []);
    const run = () => ran(stores, { log, projections: [tally()] });
    await run();
    expect(log.eventsRead).toBe(twoCards.length);
    await run();
    expect(log.eventsRead).toBe(twoCards.length);
  });

  test.each<readonly Fault[]>([['ends'], ['fails'], ['hangs'], ['hangs', 'fails', 'ends', 'hangs']])(
    'subscribes again where a subscription %s',
    async (...faults) => {
      const stores = place.make().open();
      const log = new FaultyLog(await logOf([]), faults);
      await write(log, twoCards);
      const running = runGroup({ ...stores, log, projections: [tally()] });
      for (const note of ['a', 'b', 'c', 'd', 'e', 'f']) {
        await running.caughtUp();
        await write(log, written('card-2', noted(note), noted(`${note}-again`)));
      }
      await running.caughtUp();
      await running.stop();
      expect(log.subscriptions).toBeGreaterThan(faults.length);
      expect(await stores.dump(tally())).toEqual(naiveFold(tally(), await everythingIn(log)));
    },
  );

  test('hands over to the next projector when it stops, and when another has taken the lease', async () => {
    const here = place.make();
    const log = await logOf(twoCards);
    const start = (): RunningGroup => runGroup({ ...here.open(), log, projections: [tally()] });
    const [first, second] = [start(), start()];
    await first.caughtUp();
    expect(
      [first, second].filter(({ said }) => said.some(({ message }) => message === 'the lease is ours')),
    ).toHaveLength(1);
    await first.stop();
    await second.heard('the lease is ours');
    await write(log, written('card-3', noted('n9')));
    await second.caughtUp();
    await second.stop();
    expect(await here.open().dump(tally())).toEqual(naiveFold(tally(), await everythingIn(log)));
  });

  test('tells how far it is behind', async () => {
    const log = await logOf(twoCards);
    const [, second] = await everythingIn(log);
    const nowMs = Date.parse(second?.recordedAt ?? '') + 90_000;
    expect(await lagBehind(log, 1n, nowMs)).toEqual({ events: 5, seconds: 90 });
    expect(await lagBehind(log, 6n, nowMs)).toEqual({ events: 0, seconds: 0 });
  });
});
