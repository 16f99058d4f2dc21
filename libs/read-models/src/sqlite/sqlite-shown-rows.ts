import Database from 'better-sqlite3';
import { promised } from '#events/store/promised';
import type { Position } from '#events/store/recorded-event';
import type { Projection } from '../store/define-projection.js';
import { ViewUnavailable } from '../store/read-store.errors.js';
import type { Row } from '../store/row.js';
import { ShownRows } from '../store/shown-rows.js';
import type { View } from '../store/view.js';
import type { ReadDatabase } from './read-database.js';
import { tableName } from './row-table.js';

/** Longest wait for a lock of the projector. */
const BUSY_MS = 5000;

/** In one transaction, while a projector goes on writing. */
export class SqliteShownRows extends ShownRows {
  private readonly database: ReadDatabase;

  /** @throws SqliteError where there is no such file */
  constructor(file: string) {
    super();
    this.database = new Database(file, { readonly: true, timeout: BUSY_MS });
  }

  override checkpoint({ name, version }: Projection): Promise<Position> {
    return promised(() => {
      const position: unknown = this.database
        .prepare(`SELECT position FROM projection WHERE name = ? AND version = ? AND state = 'active'`)
        .pluck()
        .get(name, version);
      if (typeof position !== 'string') throw new ViewUnavailable(name);
      return BigInt(position);
    });
  }

  /** A transaction sees what stood there at its first read. */
  override holdStill(): Promise<void> {
    return promised(() => void this.database.exec('BEGIN; SELECT count(*) FROM projection'));
  }

  override *rows({ version }: Projection, view: View): Generator<Row> {
    const docs = this.database
      .prepare(`SELECT doc FROM "${tableName(view.name, version)}"`)
      .pluck()
      .iterate();
    // The casts: what the projector wrote.
    for (const doc of docs) yield JSON.parse(doc as string) as Row;
  }

  override close(): Promise<void> {
    return promised(() => void this.database.close());
  }
}
