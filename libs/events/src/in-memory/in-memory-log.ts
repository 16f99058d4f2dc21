import type { Instant } from '../contracts/domain-event.js';
import type { Appended, ExpectedRevision, ReadAllOptions, ReadStreamOptions } from '../store/event-store.js';
import { RevisionConflict } from '../store/event-store.errors.js';
import { isRepeat, revisionAfter } from '../store/expected-revision.js';
import type { Position } from '../store/recorded-event.js';
import type { EncodedEvent, StoredEvent } from '../versioning/stored-event.js';

interface NewBatch {
  readonly streamId: string;
  readonly events: readonly EncodedEvent[];
  readonly expected: ExpectedRevision;
  readonly recordedAt: Instant;
}

/** The stored events, whole and by stream. Positions have no holes, so a position tells an index. */
export class InMemoryLog {
  private readonly events: StoredEvent[] = [];
  private readonly streams = new Map<string, StoredEvent[]>();

  constructor(private readonly startAfter: Position) {}

  get head(): Position {
    return this.events.at(-1)?.position ?? 0n;
  }

  /** @throws RevisionConflict */
  append(batch: NewBatch): Appended {
    const stream = this.streams.get(batch.streamId) ?? [];
    if (stream.length !== revisionAfter(batch.expected)) return firstAnswer(batch, stream);
    const stored = this.placed(batch, stream.length);
    this.streams.set(batch.streamId, stream);
    stream.push(...stored);
    this.events.push(...stored);
    return { revision: stream.length - 1, position: this.head };
  }

  readStream(streamId: string, { direction, from, limit }: ReadStreamOptions): readonly StoredEvent[] {
    const stream = this.streams.get(streamId) ?? [];
    return direction === 'backwards'
      ? lastBefore(stream, from === undefined ? stream.length : from + 1, limit)
      : firstFrom(stream, from ?? 0, limit);
  }

  readAll({ direction, beyond, limit }: ReadAllOptions): readonly StoredEvent[] {
    return direction === 'backwards'
      ? lastBefore(this.events, beyond === undefined ? this.events.length : this.indexAfter(beyond) - 1, limit)
      : firstFrom(this.events, beyond === undefined ? 0 : this.indexAfter(beyond), limit);
  }

  private indexAfter(position: Position): number {
    return Math.max(0, Number(position - this.startAfter));
  }

  private placed({ streamId, events, recordedAt }: NewBatch, firstRevision: number): StoredEvent[] {
    const start = this.startAfter + BigInt(this.events.length) + 1n;
    return events.map((event, index) => ({
      ...event,
      streamId,
      revision: firstRevision + index,
      position: start + BigInt(index),
      recordedAt,
    }));
  }
}

/** A repeated append is answered as the first time. */
function firstAnswer({ streamId, events, expected }: NewBatch, stream: readonly StoredEvent[]): Appended {
  const first = revisionAfter(expected);
  const standing = stream.slice(first, first + events.length);
  const last = standing.at(-1);
  if (!last || !isRepeat(events, standing)) {
    throw new RevisionConflict(streamId, expected, stream.length === 0 ? 'no-stream' : stream.length - 1);
  }
  return { revision: Number(last.revision), position: last.position };
}

const firstFrom = <T>(list: readonly T[], start: number, limit = list.length): readonly T[] =>
  list.slice(start, start + limit);

const lastBefore = <T>(list: readonly T[], end: number, limit = list.length): readonly T[] => {
  const stop = Math.min(list.length, Math.max(0, end));
  return list.slice(Math.max(0, stop - limit), stop).reverse();
};
