import { StreamState } from './stream-state.js';
import { NO_REVISION, type Appended, type Expected, type Proposed, type Stored } from './stored.js';

/** A record's length besides its data: positions have holes, as on a real server. */
const RECORD_BYTES = 101n;
const TICKS_PER_MS = 10_000n;
const METASTREAM = '$$';

const ticksNow = (): bigint => BigInt(Date.now()) * TICKS_PER_MS;

/** The whole log of the double, in memory. */
export class ProtocolLog {
  readonly events: Stored[] = [];
  private readonly streams = new Map<string, StreamState>();
  private readonly listeners = new Set<() => void>();
  /** False: as if no append had said which revision it expects. */
  checksRevisions = true;
  /** Where the next record begins. */
  private end = RECORD_BYTES;

  constructor() {
    // A real server's log never begins with a user's event.
    const birth = { id: crypto.randomUUID(), type: '$metadata', contentType: 'application/json' };
    this.append('$$$stats', [{ ...birth, data: Buffer.from('{}'), metadata: new Uint8Array() }], 'any');
  }

  append(streamId: string, proposed: readonly Proposed[], expected: Expected): Appended {
    return this.checked(streamId, proposed, this.checksRevisions ? expected : 'any');
  }

  private checked(streamId: string, proposed: readonly Proposed[], expected: Expected): Appended {
    const stream = this.streams.get(streamId) ?? new StreamState();
    if (stream.isTombstoned) return { outcome: 'stream-deleted' };
    const repeated = stream.repeated(proposed, expected);
    if (typeof repeated !== 'string') return this.answer(repeated.at(-1));
    if (repeated === 'mismatch' || !isMet(expected, stream))
      return { outcome: 'conflict', actual: stream.actualFor(expected) };
    for (const event of proposed) this.push(streamId, stream, event);
    for (const listener of this.listeners) listener();
    return this.answer(stream.events.at(-1));
  }

  /** What a reader of the stream sees; undefined where there is no such stream for it. */
  read(streamId: string): readonly Stored[] | 'not-found' | 'deleted' {
    const stream = this.streams.get(streamId);
    if (stream?.isTombstoned) return 'deleted';
    return stream?.exists ? stream.visible(ticksNow()) : 'not-found';
  }

  /** The events from an index on, and those before it, the newest first. */
  *from(index: number): Generator<Stored> {
    for (const event of this.events.slice(index)) yield event;
  }

  *before(index: number): Generator<Stored> {
    for (let i = index - 1; i >= 0; i--) {
      const event = this.events[i];
      if (event) yield event;
    }
  }

  /** Index of the first event that stands at the position or beyond it. */
  indexFrom(position: bigint): number {
    let [low, high] = [0, this.events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.events[middle]?.position ?? 0n) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  lastRevision(streamId: string): number {
    return this.streams.get(streamId)?.last ?? NO_REVISION;
  }

  remove(streamId: string, expected: Expected, kind: 'soft' | 'tombstone'): Appended {
    const stream = this.streams.get(streamId) ?? new StreamState();
    if (stream.isTombstoned) return { outcome: 'stream-deleted' };
    if (!isMet(expected, stream)) return { outcome: 'conflict', actual: stream.last };
    this.streams.set(streamId, stream);
    if (kind === 'soft') stream.softDelete();
    else stream.isTombstoned = true;
    return { outcome: 'stored', revision: stream.last, position: this.end };
  }

  /** Told after every append. Answers how to listen no longer. */
  onAppend(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** As a server does that was restored from an older backup, or lost what it had not yet written to disk. */
  loseLast(count: number): void {
    for (const { streamId } of this.events.splice(-count)) this.streams.get(streamId)?.events.pop();
    const last = this.events.at(-1);
    this.end = (last?.position ?? 0n) + RECORD_BYTES + BigInt(last?.data.length ?? 0);
  }

  /** What a follower holds that gets nothing more. */
  copy(): ProtocolLog {
    const copy = new ProtocolLog();
    for (const stored of this.events.slice(copy.events.length)) {
      const stream = copy.streams.get(stored.streamId) ?? new StreamState();
      copy.streams.set(stored.streamId, stream);
      copy.keep(stored, stream);
    }
    return copy;
  }

  private push(streamId: string, stream: StreamState, event: Proposed): void {
    const prepared = event.isOfTransaction ? this.end - 1n : this.end;
    const placed = { streamId, revision: stream.events.length, position: this.end, prepared, created: ticksNow() };
    this.end += RECORD_BYTES + BigInt(event.data.length);
    this.streams.set(streamId, stream);
    this.keep({ ...event, ...placed }, stream);
  }

  private keep(stored: Stored, stream: StreamState): void {
    this.events.push(stored);
    stream.push(stored);
    const { streamId } = stored;
    if (streamId.startsWith(METASTREAM)) this.retain(streamId.slice(METASTREAM.length), stored.data);
  }

  private retain(streamId: string, metadata: Uint8Array): void {
    const stream = this.streams.get(streamId) ?? new StreamState();
    this.streams.set(streamId, stream);
    stream.retain(metadata);
  }

  private answer(last: Stored | undefined): Appended {
    return { outcome: 'stored', revision: last?.revision ?? NO_REVISION, position: last?.position ?? this.end };
  }
}

function isMet(expected: Expected, stream: StreamState): boolean {
  if (expected === 'any') return true;
  if (expected === 'stream-exists') return stream.exists;
  return expected === 'no-stream' ? !stream.exists : stream.last === expected;
}
