import { describe, expect, test } from '@jest/globals';
import type { EventStore, LogBatch, SubscribeOptions } from '../store/event-store.js';
import type { Position, Recorded } from '../store/recorded-event.js';
import { freshLog, type LogUnderTest } from './log-under-test.js';
import { idsOf, newNote, newNotes, textsOf } from './new-notes.js';

type Subscription = Omit<SubscribeOptions, 'signal'>;

/** The batches of a subscription up to and with the first after which `isEnough`; then it is aborted. */
async function followed(
  store: EventStore,
  options: Subscription,
  isEnough: (batches: readonly LogBatch[]) => boolean,
): Promise<readonly LogBatch[]> {
  const aborting = new AbortController();
  const batches: LogBatch[] = [];
  for await (const batch of store.subscribe({ ...options, signal: aborting.signal })) {
    batches.push(batch);
    if (isEnough(batches)) aborting.abort();
  }
  return batches;
}

const eventsOf = (batches: readonly LogBatch[]): Recorded[] => batches.flatMap(({ events }) => events);

const reached = (position: Position) => (batches: readonly LogBatch[]) => (batches.at(-1)?.position ?? 0n) >= position;

/** Ten writers of a stream each; answers when all have stored everything. */
async function writeMuch(store: EventStore, appendsEach = 20): Promise<void> {
  const write = async (writer: number): Promise<void> => {
    for (let revision = 0; revision < appendsEach; revision++) {
      await store.append(`card-${writer}`, [newNote()], revision === 0 ? 'no-stream' : revision - 1);
    }
  };
  await Promise.all(Array.from({ length: 10 }, (_, writer) => write(writer)));
}

export function subscriptionsContract(adapter: LogUnderTest): void {
  const log = freshLog(adapter);

  describe('a subscription while writers write', () => {
    const COUNT = 203;

    test.each([1, 7, 1000])('from the start gets every event once, in batches of at most %i', async (batchSize) => {
      await log.store.append('card-early', newNotes('a', 'b', 'c'), 'no-stream');
      const writing = writeMuch(log.store);
      const isEnough = (batches: readonly LogBatch[]) => eventsOf(batches).length >= COUNT;
      const batches = await followed(log.store, { after: 'start', batchSize }, isEnough);
      await writing;
      expect(eventsOf(batches)).toEqual(await log.store.readAll({ limit: 1000 }));
      expect(Math.max(...batches.map(({ events }) => events.length))).toBeLessThanOrEqual(batchSize);
    });

    test('from the middle gets every event after that position once', async () => {
      const { position } = await log.store.append('card-early', newNotes('a', 'b'), 'no-stream');
      await log.store.append('card-early', newNotes('c'), 1);
      const writing = writeMuch(log.store);
      const isEnough = (batches: readonly LogBatch[]) => eventsOf(batches).length >= COUNT - 2;
      const batches = await followed(log.store, { after: position }, isEnough);
      await writing;
      expect(eventsOf(batches)).toEqual(await log.store.readAll({ beyond: position, limit: 1000 }));
    });

    test('from the end gets none from before, and no gap once it has begun', async () => {
      const { position } = await log.store.append('card-early', newNotes('a', 'b', 'c'), 'no-stream');
      const following = followed(log.store, { after: 'end' }, (batches) => eventsOf(batches).length >= 20);
      const isOver = following.then(() => true);
      const another = (revision: number) => log.store.append('card-early', [newNote()], revision).then(() => false);
      for (let revision = 2; !(await Promise.race([isOver, another(revision)]));) revision++;
      const events = eventsOf(await following);
      const begin = events[0]?.position ?? 0n;
      expect(begin).toBeGreaterThan(position);
      const all = await log.store.readAll({ limit: 100_000 });
      expect(events).toEqual(all.filter((event) => event.position >= begin).slice(0, events.length));
    });

    test('tells how far it has looked', async () => {
      await log.store.append('card-1', newNotes('a', 'b', 'c'), 'no-stream');
      const batches = await followed(log.store, { after: 'start', batchSize: 2 }, reached(await log.store.head()));
      for (const { events, position } of batches)
        expect(position).toBeGreaterThanOrEqual(events.at(-1)?.position ?? 0n);
    });

    test('serves several followers alike', async () => {
      const isEnough = (batches: readonly LogBatch[]) => eventsOf(batches).length >= 200;
      const followers = [1, 2, 3].map(() => followed(log.store, { after: 'start' }, isEnough));
      await writeMuch(log.store);
      const all = idsOf(await log.store.readAll({ limit: 1000 }));
      for (const batches of await Promise.all(followers)) expect(idsOf(eventsOf(batches))).toEqual(all);
    });
  });

  describe('a subscription to some categories', () => {
    test('gets the events of those only', async () => {
      for (const name of ['card-1', 'cardinal-1', 'number-1', 'case-1']) {
        await log.store.append(name, newNotes(name), 'no-stream');
      }
      const options = { after: 'start', categories: ['card', 'case'] } as const;
      const batches = await followed(log.store, options, reached(await log.store.head()));
      expect(textsOf(eventsOf(batches))).toEqual(['card-1', 'case-1']);
    });

    test('moves its position where the filter lets nothing through', async () => {
      await log.store.append('number-1', newNotes('a', 'b', 'c'), 'no-stream');
      const head = await log.store.head();
      const batches = await followed(log.store, { after: 'start', categories: ['card'] }, reached(head));
      expect(eventsOf(batches)).toEqual([]);
      expect(batches.at(-1)?.position).toBe(head);
    });
  });

  describe('a subscription ends', () => {
    test('at once where the signal has aborted before', async () => {
      await log.store.append('card-1', newNotes('a'), 'no-stream');
      const batches: LogBatch[] = [];
      for await (const batch of log.store.subscribe({ after: 'start', signal: AbortSignal.abort() }))
        batches.push(batch);
      expect(batches).toEqual([]);
    });

    test('when the signal aborts while it waits for news', async () => {
      const aborting = new AbortController();
      const waiting = log.store.subscribe({ after: 'start', signal: aborting.signal })[Symbol.asyncIterator]().next();
      aborting.abort();
      expect(await waiting).toEqual({ done: true, value: undefined });
    });

    test('when its reader leaves, and the log goes on', async () => {
      await log.store.append('card-1', newNotes('a'), 'no-stream');
      for await (const batch of log.store.subscribe({ after: 'start', signal: new AbortController().signal })) {
        expect(textsOf(batch.events)).toEqual(['a']);
        break;
      }
      expect(await log.store.append('card-1', newNotes('b'), 0)).toMatchObject({ revision: 1 });
    });

    test('with an error when the store closes, so that nobody waits for ever', async () => {
      const signal = new AbortController().signal;
      const waiting = log.store.subscribe({ after: 'start', signal })[Symbol.asyncIterator]().next();
      const outcome = expect(waiting).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'closed' });
      await log.store.close();
      await outcome;
    });
  });
}
