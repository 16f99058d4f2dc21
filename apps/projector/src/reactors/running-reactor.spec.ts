import { beforeEach, describe, expect, test } from '@jest/globals';
import type { AterkomEvent } from '#events/contracts/index';
import { InMemoryEventStore } from '#events/in-memory/in-memory-event-store';
import { StoreUnavailable } from '#events/store/event-store.errors';
import type { Recorded } from '#events/store/recorded-event';
import { InMemoryReactorProgress } from '#processes/in-memory/in-memory-reactor-progress';
import { ControlledClock } from '#runtime/clock';
import type { Moment, Reactor } from './reactor.js';
import { RunningReactor } from './running-reactor.js';
import { dead } from './testing/numbers-in-order.js';
import { listening } from './testing/said.js';

type Event = Recorded<AterkomEvent>;

const NOON = '2026-11-23T11:00:00.000Z';
const signal = new AbortController().signal;

describe('a reactor', () => {
  let store: InMemoryEventStore;
  let progress: InMemoryReactorProgress;
  let heard: ReturnType<typeof listening>;
  let reactedTo: string[];
  let failing: Map<string, Error>;

  beforeEach(() => {
    store = new InMemoryEventStore();
    progress = new InMemoryReactorProgress();
    heard = listening();
    reactedTo = [];
    failing = new Map();
  });

  const react = (event: Event): void => {
    const error = failing.get(event.streamId);
    reactedTo.push(`${error ? 'failed at' : 'did'} ${event.streamId} ${event.revision}`);
    if (error) throw error;
  };
  const reactor: Reactor = { name: 'test', on: { NumberDeclaredDead: react } };
  const resumed = (of: Reactor = reactor) =>
    RunningReactor.resumed(of, {
      store,
      progress,
      clock: new ControlledClock(NOON),
      log: heard.log,
      quickRetriesMs: [0],
    });
  const log = async (): Promise<readonly Event[]> => {
    // The cast: the log holds our events only.
    return (await store.readAll({ limit: 100 })) as readonly Event[];
  };
  const takeAll = async (running: RunningReactor): Promise<void> =>
    running.take(await log(), await store.head(), signal);
  const looks = async (running: RunningReactor, count: number): Promise<void> => {
    for (let look = 0; look < count; look++) await running.look(signal);
  };

  test('takes the events of its types in log order, once', async () => {
    await dead(store, 'n1', 'n2', 'n1');
    const running = await resumed();
    await takeAll(running);
    await takeAll(running);
    expect(reactedTo).toEqual(['did number-n1 0', 'did number-n2 0', 'did number-n1 1']);
    expect(running.checkpoint).toBe(3n);
  });

  test('goes on where it stood at the last start', async () => {
    await dead(store, 'n1', 'n2');
    await progress.save(new Map([['test', 1n]]));
    await takeAll(await resumed());
    expect(reactedTo).toEqual(['did number-n2 0']);
  });

  test('begins anew on an older log that was put in the place of its own', async () => {
    await dead(store, 'n1');
    await progress.save(new Map([['test', 9n]]));
    await takeAll(await resumed());
    expect(reactedTo).toEqual(['did number-n1 0']);
    expect(heard.said).toMatchObject([{ level: 'warn' }]);
  });

  test('acts as a service, because of the event, under an id that comes from it', async () => {
    await dead(store, 'n1');
    let moment: Moment | undefined;
    const running = await resumed({ name: 'test', on: { NumberDeclaredDead: (_, now) => void (moment = now) } });
    await takeAll(running);
    const [event] = await log();
    expect(moment?.cause).toEqual({
      commandId: event?.id,
      correlationId: event?.metadata.$correlationId,
      causationId: event?.id,
      actor: 'service:test',
      actorRole: 'service',
      occurredAt: NOON,
    });
  });

  test('sets an event aside that it cannot react to after a second try, and goes on with the others', async () => {
    await dead(store, 'n1', 'n2');
    failing.set('number-n1', new Error('a mistake of ours'));
    const running = await resumed();
    await takeAll(running);
    expect(reactedTo).toEqual(['failed at number-n1 0', 'failed at number-n1 0', 'did number-n2 0']);
    expect([running.checkpoint, running.parkedCount]).toEqual([2n, 1]);
    expect(heard.said).toMatchObject([{ level: 'warn', facts: { reactor: 'test', streamId: 'number-n1', tries: 1 } }]);
  });

  test('tries again with pauses that double, until it can', async () => {
    await dead(store, 'n1');
    failing.set('number-n1', new Error('not yet'));
    const running = await resumed();
    await takeAll(running);
    reactedTo = [];
    await looks(running, 2);
    expect(reactedTo).toEqual([]);
    await looks(running, 1);
    expect(reactedTo).toEqual(['failed at number-n1 0']);
    await looks(running, 4);
    expect(reactedTo).toHaveLength(1);
    failing.clear();
    await looks(running, 1);
    expect(reactedTo.at(-1)).toBe('did number-n1 0');
    expect(running.parkedCount).toBe(0);
    expect(await progress.parked('test')).toEqual([]);
  });

  test('alarms when an event cannot be reacted to for an hour', async () => {
    await dead(store, 'n1');
    failing.set('number-n1', new Error('never'));
    const running = await resumed();
    await takeAll(running);
    await looks(running, 720);
    expect(heard.said.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  test('tries what is set aside at once after a start', async () => {
    await dead(store, 'n1');
    failing.set('number-n1', new Error('not yet'));
    await takeAll(await resumed());
    failing.clear();
    const later = await resumed();
    await looks(later, 1);
    expect(reactedTo.at(-1)).toBe('did number-n1 0');
    expect(later.parkedCount).toBe(0);
  });

  test('sets nothing aside while the store is away: the page is taken again', async () => {
    await dead(store, 'n1', 'n2');
    failing.set('number-n2', new StoreUnavailable('unreachable', 'gone'));
    const running = await resumed();
    await expect(takeAll(running)).rejects.toThrow(StoreUnavailable);
    expect([running.checkpoint, running.parkedCount]).toEqual([0n, 0]);
    failing.clear();
    await takeAll(running);
    expect(running.checkpoint).toBe(2n);
  });

  describe('that waits for others to do it', () => {
    let open: Event[];
    let finished: Event[];
    let failure: Error | undefined;

    beforeEach(() => {
      open = [];
      finished = [];
      failure = undefined;
    });

    const waiting: Reactor = {
      name: 'test',
      on: { NumberDeclaredDead: (event) => void open.push(event) },
      waiting: {
        oldest: () => open[0]?.position,
        overdue: () => open.filter(({ streamId }) => streamId !== 'number-young'),
        finish: async (event) => {
          await Promise.resolve();
          if (failure) throw failure;
          finished.push(event);
        },
        settled: (event) => {
          open = open.filter((one) => one !== event);
        },
      },
    };

    test('keeps its checkpoint before the first event that is still open', async () => {
      await dead(store, 'n1', 'young', 'n2');
      const running = await resumed(waiting);
      await takeAll(running);
      expect([running.checkpoint, running.lookedAt]).toEqual([0n, 3n]);
      await looks(running, 1);
      expect(finished.map(({ streamId }) => streamId)).toEqual(['number-n1', 'number-n2']);
      expect(running.checkpoint).toBe(1n);
    });

    test('sets aside what it cannot finish, and finishes it later', async () => {
      await dead(store, 'n1');
      failure = new Error('not yet');
      const running = await resumed(waiting);
      await takeAll(running);
      await looks(running, 1);
      expect([running.checkpoint, running.parkedCount]).toEqual([1n, 1]);
      failure = undefined;
      await looks(running, 3);
      expect([finished.length, running.parkedCount]).toEqual([1, 0]);
    });

    test('keeps open what it could not finish while the store was away', async () => {
      await dead(store, 'n1');
      failure = new StoreUnavailable('unreachable', 'gone');
      const running = await resumed(waiting);
      await takeAll(running);
      await expect(looks(running, 1)).rejects.toThrow(StoreUnavailable);
      expect([running.checkpoint, running.parkedCount]).toEqual([0n, 0]);
    });
  });
});
