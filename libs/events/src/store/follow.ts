import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventCodec } from '../versioning/event-codec.js';
import type { StoredEvent } from '../versioning/stored-event.js';
import type { LogBatch, SubscribeOptions } from './event-store.js';
import type { Position } from './recorded-event.js';
import { categoryOf } from './stream-category.js';

const BATCH_SIZE = 500;

/** A log that is read without waiting, so that nothing can happen between an empty page and the wait for news. */
export interface FollowedLog {
  /** The next stored events after a position, in log order. */
  page(after: Position, limit: number): readonly StoredEvent[];
  /** Resolves when there may be more, or when the signal aborts. */
  news(signal: AbortSignal): Promise<void>;
}

export interface Follow extends Omit<SubscribeOptions, 'after'> {
  readonly after: Position;
}

/** Catches up in pages, then waits for news; the same for every adapter that holds its log in reach. */
export async function* follow(log: FollowedLog, codec: EventCodec, options: Follow): AsyncGenerator<LogBatch, void> {
  const { signal, batchSize = BATCH_SIZE } = options;
  const isWanted = wantedIn(options.categories);
  let position = options.after;
  while (!signal.aborted) {
    const page = log.page(position, batchSize);
    const last = page.at(-1);
    // Only right after an empty page: what came while the last one was handled has rung no bell for us.
    if (!last) {
      await log.news(signal);
      continue;
    }
    position = last.position;
    yield { events: page.filter(isWanted).map((stored) => codec.decode(stored)), position };
    // A long catch-up leaves the others of the process their turns.
    if (page.length === batchSize) await nextTurn();
  }
}

function wantedIn(categories: readonly string[] | undefined): (event: StoredEvent) => boolean {
  if (!categories) return () => true;
  const wanted = new Set(categories);
  return ({ streamId }) => wanted.has(categoryOf(streamId));
}

/** `end` is where the log ends when the subscription is asked for, not when its first batch is. */
export function startOf(after: SubscribeOptions['after'], head: () => Position): Position {
  if (after === 'start') return 0n;
  return after === 'end' ? head() : after;
}
