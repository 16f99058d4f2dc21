import type { DerivedView, Projection } from '../store/define-projection.js';
import type { RowChange, ViewChanges } from '../store/projection-store.js';
import { fieldsOf, type Row, type StoredRow } from '../store/row.js';

/** What to write instead of a change whose derived rows cannot be worked out; undefined: nothing. */
export type InsteadOf = (change: RowChange, error: unknown) => RowChange | undefined;

/** What changed rows of a projection do to all its tables, those that are derived first. */
export function changesOf(projection: Projection, rows: readonly RowChange[], insteadOf: InsteadOf): ViewChanges[] {
  const own: RowChange[] = [];
  const derived = projection.derived.map((view) => ({ view, rows: [] as RowChange[] }));
  const add = (change: RowChange): void => {
    const changes = derived.map(({ view }) => derivedChanges(view, change));
    for (const [at, { rows: all }] of derived.entries()) all.push(...(changes[at] ?? []));
    own.push(change);
  };
  for (const change of rows) {
    try {
      add(change);
    } catch (error) {
      const other = insteadOf(change, error);
      if (other) add(other);
    }
  }
  return [...derived, { view: projection, rows: own }].filter((changes) => changes.rows.length > 0);
}

function derivedChanges(view: DerivedView, { before, after }: RowChange): RowChange[] {
  if (before?.row && after.row && readsTheSame(view, before.row, after.row)) return [];
  const is = derivedRows(view, after.row);
  if (!before?.row) return [...is].map(([key, row]) => ({ key, after: { row, position: after.position } }));
  const was = derivedRows(view, before.row);
  const change = (key: string, row?: Row): RowChange => ({
    key,
    before: storedWith(before, was.get(key)),
    after: { row, position: after.position },
  });
  const written = [...is].filter(([key, row]) => !sameRow(was.get(key), row));
  const deleted = [...was.keys()].filter((key) => !is.has(key));
  return [...written.map(([key, row]) => change(key, row)), ...deleted.map((key) => change(key))];
}

/** A derived row is written with the row that it comes from. */
const storedWith = (source: StoredRow | undefined, row: Row | undefined): StoredRow | undefined =>
  source && row && { row, position: source.position };

/** By key. Rows derived from one that is stuck are stuck with it. */
export function derivedRows(view: DerivedView, row: Row | undefined): Map<string, Row> {
  const rows = new Map<string, Row>();
  if (!row) return rows;
  const { stuck } = row;
  for (const derived of view.rowsOf(row)) rows.set(derived.key, stuck ? { ...derived, stuck } : derived);
  return rows;
}

/** Folds are pure, so a field that they leave as it was is the same object. */
function readsTheSame({ readsOnly }: DerivedView, before: Row, after: Row): boolean {
  if (!readsOnly || before.stuck !== after.stuck) return false;
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  return readsOnly.every((field) => was[field] === is[field]);
}

function sameRow(a: Row | undefined, b: Row): boolean {
  if (!a) return false;
  const [was, is] = [fieldsOf(a), fieldsOf(b)];
  const fields = Object.keys(was);
  return fields.length === Object.keys(is).length && fields.every((field) => sameValue(was[field], is[field]));
}

const sameValue = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));
