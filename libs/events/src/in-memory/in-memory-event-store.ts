import type { Instant } from '../contracts/domain-event.js';
import { encodedForAppend } from '../store/encoded-append.js';
import { Bell } from '../store/bell.js';
import { EventStore, type Appended, type ExpectedRevision, type LogBatch } from '../store/event-store.js';
import type { ReadAllOptions, ReadStreamOptions, SubscribeOptions } from '../store/event-store.js';
import { StoreUnavailable } from '../store/event-store.errors.js';
import { follow, startOf, type FollowedLog } from '../store/follow.js';
import { promised } from '../store/promised.js';
import type { NewEvent, Position, Recorded } from '../store/recorded-event.js';
import { aterkomCodec } from '../versioning/aterkom-codec.js';
import type { EventCodec } from '../versioning/event-codec.js';
import { InMemoryLog } from './in-memory-log.js';

export interface InMemoryOptions {
  readonly codec?: EventCodec;
  /** The first event stands right after this position. */
  readonly startAfter?: Position;
  readonly now?: () => Instant;
}

/** Keeps the log in this process, as texts: what does not survive a real store does not survive here either. */
export class InMemoryEventStore extends EventStore {
  private readonly codec: EventCodec;
  private readonly now: () => Instant;
  private readonly log: InMemoryLog;
  private readonly bell = new Bell();
  private isClosed = false;

  constructor({ codec = aterkomCodec, startAfter = 0n, now = () => new Date().toISOString() }: InMemoryOptions = {}) {
    super();
    this.codec = codec;
    this.now = now;
    this.log = new InMemoryLog(startAfter);
  }

  override append(streamId: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    return promised(() => {
      const encoded = encodedForAppend(this.codec, streamId, events);
      const appended = this.open().append({ streamId, events: encoded, expected, recordedAt: this.now() });
      this.bell.ring();
      return appended;
    });
  }

  override readStream(streamId: string, options: ReadStreamOptions = {}): Promise<readonly Recorded[]> {
    return promised(() =>
      this.open()
        .readStream(streamId, options)
        .map((event) => this.codec.decode(event)),
    );
  }

  override readAll(options: ReadAllOptions): Promise<readonly Recorded[]> {
    return promised(() =>
      this.open()
        .readAll(options)
        .map((event) => this.codec.decode(event)),
    );
  }

  override subscribe({ after, ...options }: SubscribeOptions): AsyncIterable<LogBatch> {
    const followed: FollowedLog = {
      page: (beyond, limit) => this.open().readAll({ beyond, limit }),
      news: (signal) => this.bell.next(signal),
    };
    return follow(followed, this.codec, { ...options, after: startOf(after, () => this.open().head) });
  }

  override head(): Promise<Position> {
    return promised(() => this.open().head);
  }

  override close(): Promise<void> {
    this.isClosed = true;
    this.bell.ring();
    return Promise.resolve();
  }

  private open(): InMemoryLog {
    if (this.isClosed) throw new StoreUnavailable('closed', 'the event log in memory is closed');
    return this.log;
  }
}
