import { groupName, valuesOf } from '../store/seek-plan.js';
import type { RowChange } from '../store/projection-store.js';
import type { Row, Scalar } from '../store/row.js';
import type { View } from '../store/view.js';
import type { ReadDatabase, Statement } from './read-database.js';
import { columnOf } from './row-table.js';

/** Sorts behind every text that begins with what stands before it. */
const LAST = '\u{10FFFF}';

/** The bounds of the counters whose values begin with these. */
export function boundsOf(prefix: readonly unknown[], whole: boolean): { readonly from: string; readonly to: string } {
  const text = JSON.stringify(prefix);
  if (whole) return { from: text, to: text };
  const from = prefix.length > 0 ? `${text.slice(0, -1)},` : '[';
  return { from, to: from + LAST };
}

/** Adds up what the rows of one commit do to the counters of their groups, so that each is written once. */
export class Counters {
  private readonly add: Statement;

  constructor(private readonly database: ReadDatabase) {
    this.add = database.prepare(
      `INSERT INTO counter VALUES (?, ?, ?, ?) ON CONFLICT (tbl, grp, vals) DO UPDATE SET n = n + excluded.n`,
    );
  }

  apply(table: string, view: View, rows: readonly RowChange[]): void {
    for (const fields of view.counts) {
      for (const [vals, change] of changesOf(rows, fields)) this.add.run(table, groupName(fields), vals, change);
    }
  }

  /** After bulk loading: from the rows as they stand. The values are written as `apply` writes them: SQLite's own JSON says 1.0 for 1. */
  countAll(table: string, view: View): void {
    for (const fields of view.counts) {
      const columns = fields.map(columnOf).join(', ');
      const present = fields.map((field) => `${columnOf(field)} IS NOT NULL`).join(' AND ');
      const groups = this.database
        .prepare(`SELECT count(*), ${columns} FROM "${table}" WHERE ${present} GROUP BY ${columns}`)
        .raw()
        .all();
      // The cast: the columns that the statement names.
      for (const [count, ...values] of groups as [number, ...Scalar[]][]) {
        this.add.run(table, groupName(fields), JSON.stringify(values), count);
      }
    }
  }
}

function changesOf(rows: readonly RowChange[], fields: readonly string[]): ReadonlyMap<string, number> {
  const changes = new Map<string, number>();
  const add = (vals: string | undefined, change: number): void => {
    if (vals !== undefined) changes.set(vals, (changes.get(vals) ?? 0) + change);
  };
  for (const { before, after } of rows) {
    const was = valsOf(before?.row, fields);
    const is = valsOf(after.row, fields);
    if (was === is) continue;
    add(was, -1);
    add(is, 1);
  }
  return changes;
}

function valsOf(row: Row | undefined, fields: readonly string[]): string | undefined {
  const values = row && valuesOf(row, fields);
  return values && JSON.stringify(values);
}
