import type Database from 'better-sqlite3';
import type { Instant } from '../contracts/domain-event.js';
import { Bell } from '../store/bell.js';
import { encodedForAppend } from '../store/encoded-append.js';
import { EventStore, type Appended, type ExpectedRevision, type LogBatch } from '../store/event-store.js';
import type { ReadAllOptions, ReadStreamOptions, SubscribeOptions } from '../store/event-store.js';
import { StoreUnavailable } from '../store/event-store.errors.js';
import { follow, startOf } from '../store/follow.js';
import { promised } from '../store/promised.js';
import type { NewEvent, Position, Recorded } from '../store/recorded-event.js';
import { aterkomCodec } from '../versioning/aterkom-codec.js';
import type { EventCodec } from '../versioning/event-codec.js';
import { backUp } from './backup.js';
import { GroupCommit } from './group-commit.js';
import { EventLogIsReadOnly, openToRead, openToWrite } from './log-file.js';
import { LogReader } from './log-reader.js';
import { LogWriter, type Append, type Outcome } from './log-writer.js';
import { OtherWriters } from './other-writers.js';
import { onFile } from './sqlite-errors.js';

const LOCK_PATIENCE_MS = 5000;

export interface SqliteOptions {
  /** Made where it is missing, unless `readOnly`. */
  readonly file: string;
  readonly codec?: EventCodec;
  readonly readOnly?: boolean;
  readonly now?: () => Instant;
  /** Further settings of the connection, such as `cache_size = -16000` or `max_page_count = 250000`. */
  readonly pragmas?: readonly string[];
  /** How long an append may wait for another process's write lock. */
  readonly lockPatienceMs?: number;
}

/**
 * The log in one SQLite file. Any number of processes may read it; more than one may write, for each commit takes the
 * file's write lock first, so that positions are in commit order.
 */
export class SqliteEventStore extends EventStore {
  private readonly file: string;
  private readonly codec: EventCodec;
  private readonly db: Database.Database;
  private readonly reader: LogReader;
  private readonly commits: GroupCommit | undefined;
  private readonly bell = new Bell();
  private readonly others: OtherWriters;
  private isClosed = false;

  /** @throws StoreUnavailable, NotAnEventLog */
  constructor(options: SqliteOptions) {
    super();
    this.file = options.file;
    this.codec = options.codec ?? aterkomCodec;
    this.db = onFile(this.file, () => (options.readOnly ? openToRead : openToWrite)(this.file));
    for (const pragma of options.pragmas ?? []) this.db.pragma(pragma);
    this.reader = new LogReader(this.db);
    this.commits = options.readOnly ? undefined : this.writing(options);
    this.others = new OtherWriters(this.bell, () => this.reader.dataVersion());
  }

  /** A lone append is on disk after one turn of the event loop; those of one turn share a transaction. */
  override append(streamId: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    return promised(() => {
      this.refuseClosed();
      if (!this.commits) throw new EventLogIsReadOnly(this.file);
      return this.commits.add({ streamId, events: encodedForAppend(this.codec, streamId, events), expected });
    });
  }

  override readStream(streamId: string, options: ReadStreamOptions = {}): Promise<readonly Recorded[]> {
    return promised(() =>
      this.reading((log) => log.stream(streamId, options)).map((event) => this.codec.decode(event)),
    );
  }

  override readAll(options: ReadAllOptions): Promise<readonly Recorded[]> {
    return promised(() => this.reading((log) => log.all(options)).map((event) => this.codec.decode(event)));
  }

  override subscribe({ after, ...options }: SubscribeOptions): AsyncIterable<LogBatch> {
    const followed = {
      page: (beyond: Position, limit: number) => this.reading((log) => log.all({ beyond, limit })),
      news: (signal: AbortSignal) => this.others.next(signal),
    };
    return follow(followed, this.codec, { ...options, after: startOf(after, () => this.reading((log) => log.head())) });
  }

  override head(): Promise<Position> {
    return promised(() => this.reading((log) => log.head()));
  }

  /** Copies the log as it stands now, while it is written on. Answers the position of the last event in the copy. */
  async backup(toFile: string): Promise<Position> {
    this.refuseClosed();
    return backUp(this.file, toFile);
  }

  /** Appends that were handed over are still stored; later ones are refused. */
  override async close(): Promise<void> {
    this.isClosed = true;
    await this.commits?.drained();
    this.db.close();
    this.bell.ring();
  }

  private writing({
    now = () => new Date().toISOString(),
    lockPatienceMs = LOCK_PATIENCE_MS,
  }: SqliteOptions): GroupCommit {
    const writer = new LogWriter(this.db);
    const commit = (appends: readonly Append[]): readonly Outcome[] => {
      const outcomes = writer.commit(appends, now());
      this.bell.ring();
      return outcomes;
    };
    return new GroupCommit({ file: this.file, commit, lockPatienceMs });
  }

  private reading<T>(read: (log: LogReader) => T): T {
    this.refuseClosed();
    return onFile(this.file, () => read(this.reader));
  }

  private refuseClosed(): void {
    if (this.isClosed) throw new StoreUnavailable('closed', `event log ${this.file} is closed`);
  }
}
