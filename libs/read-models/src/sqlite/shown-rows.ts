import Database from 'better-sqlite3';
import type { Position } from '#events/store/recorded-event';
import { ViewUnavailable } from '../store/read-store.errors.js';
import type { Projection } from '../store/define-projection.js';
import type { Row } from '../store/row.js';
import type { View } from '../store/view.js';
import type { ReadDatabase } from './read-database.js';
import { tableName } from './row-table.js';

/** Longest wait for a lock of the projector. */
const BUSY_MS = 5000;

/** Every row of the views as they are shown at one moment, while a projector goes on writing. */
export class ShownRows {
  private readonly database: ReadDatabase;

  /** @throws SqliteError where there is no such file */
  constructor(file: string) {
    this.database = new Database(file, { readonly: true, timeout: BUSY_MS });
    this.database.exec('BEGIN');
  }

  /** Up to where the log stands in the rows. @throws ViewUnavailable unless the declared version is the one that is shown */
  checkpoint({ name, version }: Projection): Position {
    const position: unknown = this.database
      .prepare(`SELECT position FROM projection WHERE name = ? AND version = ? AND state = 'active'`)
      .pluck()
      .get(name, version);
    if (typeof position !== 'string') throw new ViewUnavailable(name);
    return BigInt(position);
  }

  *rows({ version }: Projection, view: View): Generator<Row> {
    const docs = this.database
      .prepare(`SELECT doc FROM "${tableName(view.name, version)}"`)
      .pluck()
      .iterate();
    // The casts: what the projector wrote.
    for (const doc of docs) yield JSON.parse(doc as string) as Row;
  }

  close(): void {
    this.database.close();
  }
}
