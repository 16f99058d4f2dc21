import { StoreUnavailable } from '../store/event-store.errors.js';
import { EventStore, type Appended, type ExpectedRevision, type LogBatch } from '../store/event-store.js';
import type { ReadAllOptions, ReadStreamOptions, SubscribeOptions } from '../store/event-store.js';
import type { NewEvent, Position, Recorded } from '../store/recorded-event.js';

type Append = EventStore['append'];

/** A store whose appends go through something else first: what a rival or a network may do to them. */
class StoreWithAppend extends EventStore {
  streamsRead = 0;

  constructor(
    private readonly store: EventStore,
    private readonly appendThrough: Append,
  ) {
    super();
  }

  override append(streamId: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    return this.appendThrough(streamId, events, expected);
  }

  override readStream(streamId: string, options?: ReadStreamOptions): Promise<readonly Recorded[]> {
    this.streamsRead += 1;
    return this.store.readStream(streamId, options);
  }

  override readAll(options: ReadAllOptions): Promise<readonly Recorded[]> {
    return this.store.readAll(options);
  }

  override subscribe(options: SubscribeOptions): AsyncIterable<LogBatch> {
    return this.store.subscribe(options);
  }

  override head(): Promise<Position> {
    return this.store.head();
  }

  override close(): Promise<void> {
    return this.store.close();
  }
}

export interface DisturbedStore {
  readonly store: EventStore;
  /** How many appends were tried. */
  readonly tries: () => number;
  readonly streamsRead: () => number;
}

function counted(
  store: EventStore,
  append: (attempt: number, ...given: Parameters<Append>) => Promise<Appended>,
): DisturbedStore {
  let tries = 0;
  const disturbed = new StoreWithAppend(store, (...given) => append(++tries, ...given));
  return { store: disturbed, tries: () => tries, streamsRead: () => disturbed.streamsRead };
}

/** Before each of the first so many appends a rival appends to the same stream. */
export const withRivals = (store: EventStore, rivals: number, rival: (attempt: number) => NewEvent): DisturbedStore =>
  counted(store, async (attempt, streamId, events, expected) => {
    if (attempt <= rivals) await store.append(streamId, [rival(attempt)], expected);
    return store.append(streamId, events, expected);
  });

/** The first so many appends fail with `error`, after they were stored or before. */
export const withFailures = (
  store: EventStore,
  { failures, error, isStored }: { readonly failures: number; readonly error: Error; readonly isStored: boolean },
): DisturbedStore =>
  counted(store, async (attempt, ...given) => {
    if (attempt > failures) return store.append(...given);
    if (isStored) await store.append(...given);
    throw error;
  });

/** So many appends, then the process is killed: before its next append is stored or, where `isStored`, before it hears so. */
export const dyingAfter = (store: EventStore, appends: number, { isStored = false } = {}): EventStore =>
  counted(store, async (attempt, ...given) => {
    if (attempt <= appends) return store.append(...given);
    if (isStored && attempt === appends + 1) await store.append(...given);
    throw new StoreUnavailable('closed', 'the process was killed');
  }).store;
