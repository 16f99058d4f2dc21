import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { NewEvent } from '#events/store/recorded-event';

/** An event with its place. */
export interface RawRow {
  readonly stream: string;
  readonly revision: number;
  readonly event: NewEvent;
}

/** The limit of an event log on this machine: a durable table with the same columns and keys, and nothing asked before a row is written. */
export class RawLog {
  private readonly db: Database.Database;
  private readonly insert: Database.Statement;
  private readonly group: (rows: readonly RawRow[]) => void;

  constructor(folder: string) {
    this.db = new Database(join(folder, 'raw.sqlite'));
    this.db.pragma('journal_mode = WAL');
    this.db.pragma('synchronous = FULL');
    this.db.exec(`
      CREATE TABLE events (
        position INTEGER PRIMARY KEY AUTOINCREMENT, stream TEXT NOT NULL, revision INTEGER NOT NULL, id TEXT NOT NULL,
        type TEXT NOT NULL, data TEXT NOT NULL, metadata TEXT NOT NULL, recorded_at TEXT NOT NULL,
        UNIQUE (stream, revision)) STRICT`);
    this.insert = this.db.prepare(
      'INSERT INTO events (stream, revision, id, type, data, metadata, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    this.group = this.db.transaction((rows: readonly RawRow[]) => {
      for (const row of rows) this.write(row);
    });
  }

  /** One transaction: durable when it returns. */
  append(rows: readonly RawRow[]): void {
    this.group(rows);
  }

  private write({ stream, revision, event: { id, event, metadata } }: RawRow): void {
    const { type, data } = event;
    this.insert.run(stream, revision, id, type, JSON.stringify(data), JSON.stringify(metadata), metadata.occurredAt);
  }

  close(): void {
    this.db.close();
  }
}
