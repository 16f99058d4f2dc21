import type Database from 'better-sqlite3';
import type { ReadAllOptions, ReadStreamOptions } from '../store/event-store.js';
import type { Position } from '../store/recorded-event.js';
import type { StoredEvent } from '../versioning/stored-event.js';

type StreamPage = Database.Statement<[streamId: string, from: number, limit: number], StoredEvent>;
type LogPage = Database.Statement<[beyond: Position, limit: number], StoredEvent>;

const SELECT =
  'SELECT id, stream AS streamId, type, revision, position, recorded_at AS recordedAt, data, metadata FROM events';
/** SQLite's way to say that there is no limit. */
const NO_LIMIT = -1;
const LAST_POSITION = 2n ** 63n - 1n;

/** Reads stored events; positions come as bigint. See log-writer.ts for why `(SELECT ?)`, after LIMIT as well. */
export class LogReader {
  private readonly forwards: StreamPage;
  private readonly backwards: StreamPage;
  private readonly allForwards: LogPage;
  private readonly allBackwards: LogPage;
  private readonly newest: Database.Statement<[], Position>;
  private readonly version: Database.Statement<[], number>;

  constructor(db: Database.Database) {
    const stream = `${SELECT} WHERE stream = (SELECT ?)`;
    this.forwards = db.prepare(`${stream} AND revision >= (SELECT ?) ORDER BY revision LIMIT (SELECT ?)`);
    this.backwards = db.prepare(`${stream} AND revision <= (SELECT ?) ORDER BY revision DESC LIMIT (SELECT ?)`);
    this.allForwards = db.prepare(`${SELECT} WHERE position > (SELECT ?) ORDER BY position LIMIT (SELECT ?)`);
    this.allBackwards = db.prepare(`${SELECT} WHERE position < (SELECT ?) ORDER BY position DESC LIMIT (SELECT ?)`);
    for (const statement of [this.forwards, this.backwards, this.allForwards, this.allBackwards])
      statement.safeIntegers();
    this.newest = db.prepare<[], Position>('SELECT coalesce(max(position), 0) FROM events').pluck().safeIntegers();
    this.version = db.prepare<[], number>('PRAGMA data_version').pluck();
  }

  stream(streamId: string, { direction, from, limit = NO_LIMIT }: ReadStreamOptions): StoredEvent[] {
    return direction === 'backwards'
      ? this.backwards.all(streamId, from ?? Number.MAX_SAFE_INTEGER, limit)
      : this.forwards.all(streamId, from ?? 0, limit);
  }

  all({ direction, beyond, limit }: ReadAllOptions): StoredEvent[] {
    return direction === 'backwards'
      ? this.allBackwards.all(beyond ?? LAST_POSITION, limit)
      : this.allForwards.all(beyond ?? 0n, limit);
  }

  head(): Position {
    return this.newest.get() ?? 0n;
  }

  /** Changes when another connection has committed. */
  dataVersion(): number | undefined {
    return this.version.get();
  }
}
