import type Database from 'better-sqlite3';
import type { Instant } from '../contracts/domain-event.js';
import type { Appended, ExpectedRevision } from '../store/event-store.js';
import { RevisionConflict } from '../store/event-store.errors.js';
import { isRepeat, revisionAfter } from '../store/expected-revision.js';
import type { Position } from '../store/recorded-event.js';
import type { EncodedEvent } from '../versioning/stored-event.js';
import { isRefusedByTrigger } from './sqlite-errors.js';

export interface Append {
  readonly streamId: string;
  readonly events: readonly EncodedEvent[];
  readonly expected: ExpectedRevision;
}

export type Outcome = Appended | RevisionConflict;

interface Standing {
  readonly id: string;
  readonly position: Position;
}

// `(SELECT ?)` instead of `?`: with the plain form this build of SQLite parses the statement anew at every execution.
const NEWEST_REVISION = 'SELECT revision FROM events WHERE stream = (SELECT ?) ORDER BY revision DESC LIMIT 1';
const STANDING = 'SELECT id, position FROM events WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision';
const INSERT = `INSERT INTO events (stream, revision, id, type, data, metadata, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)`;

/** Writes appends that share one transaction, each with its own outcome. */
export class LogWriter {
  private readonly newestRevision: Database.Statement<[string], number>;
  private readonly standing: Database.Statement<[string, number, number], Standing>;
  private readonly insert: Database.Statement<[string, number, string, string, string, string, Instant]>;
  private readonly transaction: Database.Transaction<(appends: readonly Append[], recordedAt: Instant) => Outcome[]>;

  constructor(db: Database.Database) {
    this.newestRevision = db.prepare<[string], number>(NEWEST_REVISION).pluck();
    this.standing = db.prepare<[string, number, number], Standing>(STANDING).safeIntegers();
    this.insert = db.prepare<[string, number, string, string, string, string, Instant]>(INSERT).safeIntegers();
    this.transaction = db.transaction((appends, recordedAt) => appends.map((append) => this.write(append, recordedAt)));
  }

  /** Durable when it returns, nothing stored where it throws. Takes the write lock first, so that no reading goes stale. */
  commit(appends: readonly Append[], recordedAt: Instant): Outcome[] {
    return this.transaction.immediate(appends, recordedAt);
  }

  /** The file's own trigger compares the revision: one look-up less for every append that succeeds. */
  private write(append: Append, recordedAt: Instant): Outcome {
    try {
      return this.inserted(append, recordedAt);
    } catch (error) {
      if (!isRefusedByTrigger(error)) throw error;
      return this.firstAnswer(append);
    }
  }

  /** Only the first event can be refused, so that nothing of a refused append stays in the transaction. */
  private inserted({ streamId, events, expected }: Append, recordedAt: Instant): Appended {
    let revision = revisionAfter(expected) - 1;
    let position: Position = 0n;
    for (const { id, type, data, metadata } of events) {
      const { lastInsertRowid } = this.insert.run(streamId, ++revision, id, type, data, metadata, recordedAt);
      position = BigInt(lastInsertRowid);
    }
    return { revision, position };
  }

  /** A repeated append is answered as the first time. */
  private firstAnswer({ streamId, events, expected }: Append): Outcome {
    const first = revisionAfter(expected);
    const lastRevision = first + events.length - 1;
    const standing = this.standing.all(streamId, first, lastRevision);
    const last = standing.at(-1);
    return last && isRepeat(events, standing)
      ? { revision: lastRevision, position: last.position }
      : new RevisionConflict(streamId, expected, this.newestRevision.get(streamId) ?? 'no-stream');
  }
}
