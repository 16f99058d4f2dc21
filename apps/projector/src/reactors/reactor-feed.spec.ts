import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { InMemoryEventStore } from '#events/in-memory/in-memory-event-store';
import type { EventStore } from '#events/store/event-store';
import { InMemoryReactorProgress } from '#processes/in-memory/in-memory-reactor-progress';
import { InMemoryProjectionStore } from '#read-models/in-memory/in-memory-projection-store';
import { InMemoryReadStore } from '#read-models/in-memory/in-memory-read-store';
import { InMemoryViews } from '#read-models/in-memory/in-memory-views';
import { cards } from '#read-models/card/card.projection';
import { FaultyLog, type Fault } from '#read-models/testing/faulty-log';
import { runGroup, type RunningGroup } from '#read-models/testing/run-group';
import { ControlledClock } from '#runtime/clock';
import type { Reactor } from './reactor.js';
import { ReactorFeed, type FeedParts } from './reactor-feed.js';
import { dead } from './testing/numbers-in-order.js';
import { listening } from './testing/said.js';

const NOON = '2026-11-23T11:00:00.000Z';

describe('the feed of the reactors', () => {
  let store: InMemoryEventStore;
  let views: InMemoryReadStore;
  let progress: InMemoryReactorProgress;
  let projector: RunningGroup;
  let heard: ReturnType<typeof listening>;
  let reactedTo: string[];
  let listeners: Set<() => void>;
  let stops: (() => Promise<void>)[];

  beforeEach(() => {
    store = new InMemoryEventStore();
    const rows = new InMemoryViews();
    views = new InMemoryReadStore(rows);
    progress = new InMemoryReactorProgress();
    heard = listening();
    reactedTo = [];
    listeners = new Set();
    projector = runGroup({
      log: store,
      writer: new InMemoryProjectionStore(rows),
      reader: views,
      projections: [cards],
    });
    stops = [];
  });

  afterEach(async () => {
    for (const stop of stops) await stop();
    await projector.stop();
  });

  const noting = (name: string): Reactor => ({
    name,
    on: {
      NumberDeclaredDead: ({ streamId }) => {
        reactedTo.push(`${name} ${streamId}`);
        for (const listener of listeners) listener();
      },
    },
  });
  /** Resolves when the reactors have reacted so often. */
  const reactions = (count: number): Promise<void> =>
    new Promise((resolve) => {
      const listener = (): void => {
        if (reactedTo.length < count) return;
        listeners.delete(listener);
        resolve();
      };
      listeners.add(listener);
      listener();
    });
  const start = (reactors: readonly Reactor[], log: EventStore = store, parts: Partial<FeedParts> = {}) => {
    const feed = new ReactorFeed(reactors, {
      store: log,
      views,
      progress,
      clock: new ControlledClock(NOON),
      log: heard.log,
      quickRetriesMs: [],
      lookEveryMs: 1,
      viewsPatienceMs: 10_000,
      firstPauseMs: 1,
      longestPauseMs: 1,
      ...parts,
    });
    const ending = new AbortController();
    const running = feed.run(ending.signal);
    const stop = async (): Promise<void> => {
      ending.abort();
      await running;
    };
    stops.push(stop);
    return { feed, stop };
  };

  test('hands an event to every reactor that handles its type', async () => {
    await dead(store, 'n1');
    start([noting('one'), noting('two'), { name: 'other', on: { CardBarred: () => undefined } }]);
    await reactions(2);
    expect(reactedTo.sort()).toEqual(['one number-n1', 'two number-n1']);
  });

  test('goes on after a stop where each reactor stood', async () => {
    await dead(store, 'n1');
    const { stop } = start([noting('one')]);
    await reactions(1);
    await stop();
    await dead(store, 'n2');
    start([noting('one'), noting('new')]);
    await reactions(4);
    expect(reactedTo.slice(1).sort()).toEqual(['new number-n1', 'new number-n2', 'one number-n2']);
  });

  test('tells where its reactors stand and what they have set aside', async () => {
    await dead(store, 'n1');
    const failing: Reactor = {
      name: 'failing',
      on: {
        NumberDeclaredDead: () => {
          throw new Error('a mistake of ours');
        },
      },
    };
    const { feed, stop } = start([noting('one'), failing], store, { lookEveryMs: 60_000 });
    await reactions(1);
    await stop();
    expect(feed.status()).toEqual([
      { name: 'one', checkpoint: 1n, parked: 0 },
      { name: 'failing', checkpoint: 1n, parked: 1 },
    ]);
  });

  test('lets a reactor act when the views have passed the event, not before', async () => {
    const passed: boolean[] = [];
    const checking: Reactor = {
      name: 'checking',
      on: {
        NumberDeclaredDead: async ({ position }) => {
          passed.push((await views.checkpoint(cards)) >= position);
          reactedTo.push('checking');
          for (const listener of listeners) listener();
        },
      },
    };
    start([checking]);
    for (let count = 1; count <= 20; count++) {
      await dead(store, `n${count}`);
      await reactions(count);
    }
    expect(passed).toEqual(Array(20).fill(true));
  });

  test('waits for views that are behind, and begins again when it takes too long', async () => {
    await projector.stop();
    await dead(store, 'n1');
    const { stop } = start([noting('one')], store, { viewsPatienceMs: 1 });
    await new Promise<void>((resolve) => {
      const listen = (): void => (heard.said.length > 0 ? resolve() : void setImmediate(listen));
      listen();
    });
    await stop();
    expect(reactedTo).toEqual([]);
    expect(heard.said[0]).toMatchObject({ level: 'warn', facts: { err: { name: 'ViewsBehind' } } });
  });

  test.each<Fault>(['ends', 'fails', 'hangs'])('begins again when the subscription %s', async (fault) => {
    const log = new FaultyLog(store, [fault]);
    await dead(store, 'n1');
    start([noting('one')], log, { lookEveryMs: fault === 'hangs' ? 1 : 60_000 });
    await reactions(1);
    await dead(store, 'n2');
    await reactions(2);
    expect(new Set(reactedTo)).toEqual(new Set(['one number-n1', 'one number-n2']));
    expect(log.subscriptions).toBeGreaterThanOrEqual(2);
  });
});
