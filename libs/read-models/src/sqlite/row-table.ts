import type { RowChange } from '../store/projection-store.js';
import { fieldsOf, type Row, type StoredRow } from '../store/row.js';
import type { Index, View } from '../store/view.js';
import type { ReadDatabase, Statement } from './read-database.js';

export const tableName = (view: string, version: number): string => `${view.replaceAll('-', '_')}_v${version}`;
export const columnOf = (field: string): string => `"f_${field}"`;
export const indexName = (table: string, index: Index): string => `"${table}_${index.name}"`;

/** Fields that are indexed or counted: each has a column of its own, for reading it out of the JSON again costs more than the copy. */
const columnFields = ({ indexes, counts }: View): string[] => [
  ...new Set([...indexes.flatMap(({ fields }) => fields), ...counts.flat()]),
];

interface StoredDoc {
  readonly doc: string;
  readonly position: string;
}

/** The rows of one version of a view, written side. */
export class RowTable {
  readonly table: string;
  private readonly fields: readonly string[];
  private readonly sql: Readonly<Record<Command, string>>;
  /** Known to hold nothing: made here and not written to yet. Only the holder of the lease writes. */
  private isEmpty = false;
  private readonly statements: { [Name in Command]?: Statement } = {};

  constructor(
    private readonly database: ReadDatabase,
    private readonly view: View,
    version: number,
  ) {
    this.table = tableName(view.name, version);
    this.fields = columnFields(view);
    this.sql = commandsOn(this.table, this.fields.map(columnOf));
  }

  /** Columns without affinity, so that text stays text and numbers stay numbers. */
  create(): void {
    const columns = this.fields.map((field) => `, ${columnOf(field)} ANY`).join('');
    this.database.exec(
      `CREATE TABLE "${this.table}" (key TEXT PRIMARY KEY, position TEXT NOT NULL, doc TEXT NOT NULL${columns}) STRICT`,
    );
    this.isEmpty = true;
  }

  /** Partial: a row without one of the fields costs nothing. The key makes the order whole. */
  createIndexes(): void {
    for (const index of this.view.indexes) {
      const direction = index.descending ? ' DESC' : '';
      const columns = [...index.fields.map(columnOf), 'key'].map((column) => column + direction).join(', ');
      const present = index.fields.map((field) => `${columnOf(field)} IS NOT NULL`).join(' AND ');
      this.database.exec(
        `CREATE INDEX ${indexName(this.table, index)} ON "${this.table}" (${columns}) WHERE ${present}`,
      );
    }
  }

  load(keys: readonly string[]): Map<string, StoredRow> {
    const rows = new Map<string, StoredRow>();
    if (this.isEmpty) return rows;
    const statement = this.prepared('load');
    for (const key of keys) {
      // The casts: what this class wrote.
      const found = statement.get(key) as StoredDoc | undefined;
      if (found) rows.set(key, { row: JSON.parse(found.doc) as Row, position: BigInt(found.position) });
    }
    return rows;
  }

  write({ key, before, after }: RowChange): void {
    this.isEmpty = false;
    if (!after.row) {
      if (before?.row) this.prepared('delete').run(key);
      return;
    }
    const position = after.position.toString();
    const doc = JSON.stringify(after.row);
    const values = this.columnValues(after.row);
    if (!before?.row) this.prepared('insert').run(key, position, doc, ...values);
    else if (sameValues(values, this.columnValues(before.row))) this.prepared('updateDoc').run(position, doc, key);
    else this.prepared('update').run(position, doc, ...values, key);
  }

  private columnValues(row: Row): unknown[] {
    const fields = fieldsOf(row);
    return this.fields.map((field) => fields[field] ?? null);
  }

  private prepared(command: Command): Statement {
    return (this.statements[command] ??= this.database.prepare(this.sql[command]));
  }
}

type Command = 'load' | 'insert' | 'update' | 'updateDoc' | 'delete';

/** `updateDoc` leaves every index alone. */
const commandsOn = (table: string, columns: readonly string[]): Readonly<Record<Command, string>> => ({
  load: `SELECT position, doc FROM "${table}" WHERE key = ?`,
  insert: `INSERT INTO "${table}" VALUES (?, ?, ?${columns.map(() => ', ?').join('')})`,
  update: `UPDATE "${table}" SET position = ?, doc = ?${columns.map((column) => `, ${column} = ?`).join('')} WHERE key = ?`,
  updateDoc: `UPDATE "${table}" SET position = ?, doc = ? WHERE key = ?`,
  delete: `DELETE FROM "${table}" WHERE key = ?`,
});

const sameValues = (a: readonly unknown[], b: readonly unknown[]): boolean => a.every((value, at) => value === b[at]);
