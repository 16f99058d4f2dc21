import { encodedForAppend } from '../store/encoded-append.js';
import { EventStore, type Appended, type ExpectedRevision, type LogBatch } from '../store/event-store.js';
import type { ReadAllOptions, ReadStreamOptions, SubscribeOptions } from '../store/event-store.js';
import { AppendOutcomeUnknown, RevisionConflict, StoreUnavailable } from '../store/event-store.errors.js';
import { isRepeat, revisionAfter } from '../store/expected-revision.js';
import type { NewEvent, Position, Recorded } from '../store/recorded-event.js';
import type { EventCodec } from '../versioning/event-codec.js';
import type { StoredEvent } from '../versioning/stored-event.js';
import type { Append } from './append-requests.js';
import { lastRevisionOf } from './append-answers.js';
import { Appender } from './appender.js';
import type { Connection } from './connection.js';
import type { Driver } from './driver.js';
import { AppendUnanswered } from './server-errors.js';
import { ServerLog } from './server-log.js';
import type { ServerSettings } from './server-settings.js';
import { ServerSubscription } from './server-subscription.js';
import { proveServer } from './start-probe.js';
import type { StreamNames } from './stream-names.js';

const BATCH_SIZE = 500;

export interface EventStoreDbOptions {
  readonly driver: Driver;
  readonly connection: Connection;
  readonly codec: EventCodec;
  readonly names: StreamNames;
  readonly settings: ServerSettings;
}

/** The log on a server that speaks EventStoreDB's protocol. Any number of processes may read and write it. */
export class EventStoreDbEventStore extends EventStore {
  private readonly log: ServerLog;
  private readonly appender: Appender;
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly closing = new AbortController();

  constructor(private readonly options: EventStoreDbOptions) {
    super();
    const { driver, connection, names, settings } = options;
    const { timers, patienceMs } = settings;
    this.log = new ServerLog({ driver, connection, names, timers, patienceMs });
    this.appender = new Appender({ driver, connection, names, timers, patienceMs });
  }

  override async append(streamId: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    this.refuseClosed();
    const encoded = encodedForAppend(this.options.codec, streamId, events);
    const appending = this.settled({ streamId, events: encoded, expected });
    this.underWay.add(appending);
    try {
      return await appending;
    } finally {
      this.underWay.delete(appending);
    }
  }

  override async readStream(streamId: string, options: ReadStreamOptions = {}): Promise<readonly Recorded[]> {
    return this.decoded(this.reading((log) => log.stream(streamId, options)));
  }

  override async readAll({ direction, beyond, limit }: ReadAllOptions): Promise<readonly Recorded[]> {
    const asked = { beyond, limit, ...(direction && { direction }) };
    return this.decoded(this.reading(async (log) => (await log.page(asked)).events));
  }

  override subscribe({ after, ...options }: SubscribeOptions): AsyncIterable<LogBatch> {
    const start = after === 'end' ? this.head() : Promise.resolve(after === 'start' ? 0n : after);
    // Where it fails the first batch tells it.
    start.catch(() => undefined);
    return this.followed(start, options);
  }

  override head(): Promise<Position> {
    return this.reading((log) => log.head());
  }

  /** Appends that were handed over are still answered; later ones are refused. */
  override async close(): Promise<void> {
    if (this.closing.signal.aborted) return;
    this.closing.abort();
    await Promise.allSettled(this.underWay);
    await this.appender.close();
    await this.options.connection.close();
  }

  /** Proves before anything else that the server can be relied on. @throws ServerUnfit, StoreUnavailable */
  async prove(): Promise<void> {
    const { connection, settings } = this.options;
    await proveServer({ connection, settings, appender: this.appender, log: this.log });
  }

  private async *followed(
    start: Promise<Position>,
    { categories, batchSize = BATCH_SIZE, signal }: Omit<SubscribeOptions, 'after'>,
  ): AsyncGenerator<LogBatch, void> {
    const { codec, names, settings } = this.options;
    const ending = AbortSignal.any([signal, this.closing.signal]);
    const refuseClosed = (): void => this.refuseClosed();
    const wanted = categories ? names.ofCategories(categories) : names.all;
    const given = { log: this.log, codec, settings, wanted, batchSize, refuseClosed };
    yield* new ServerSubscription(await start, { ...given, signal: ending }).batches();
  }

  /** An append that was not answered is looked up in the stream; it is never sent again from here. */
  private async settled(append: Append): Promise<Appended> {
    try {
      return await this.appender.append(append);
    } catch (error) {
      if (!(error instanceof AppendUnanswered)) throw error;
      return this.lookedUp(append, error.cause);
    }
  }

  private async lookedUp(append: Append, cause: unknown): Promise<Appended> {
    const { streamId, events, expected } = append;
    const unknown = (): never => {
      throw new AppendOutcomeUnknown(streamId, { cause });
    };
    const standing = await this.log.stream(streamId, { from: revisionAfter(expected) }).catch(unknown);
    const last = standing[events.length - 1];
    if (last && isRepeat(events, standing)) return { revision: lastRevisionOf(append), position: last.position };
    // Where somebody else has gone on, it can never be stored; where nobody has, it may still be.
    const newest = standing.at(-1);
    if (newest) throw new RevisionConflict(streamId, expected, Number(newest.revision));
    return unknown();
  }

  private async decoded(stored: Promise<readonly StoredEvent[]>): Promise<readonly Recorded[]> {
    return (await stored).map((event) => this.options.codec.decode(event));
  }

  private async reading<T>(read: (log: ServerLog) => Promise<T>): Promise<T> {
    this.refuseClosed();
    try {
      return await read(this.log);
    } catch (error) {
      this.refuseClosed();
      throw error;
    }
  }

  private refuseClosed(): void {
    if (this.closing.signal.aborted) throw new StoreUnavailable('closed', 'the event store was closed');
  }
}
