import type { ViewChanges } from '../store/projection-store.js';
import type { Row } from '../store/row.js';
import { valuesOf } from '../store/seek-plan.js';
import type { Index, View } from '../store/view.js';
import { storedAt } from './stored-at.js';
import type { DocWrite, RowDoc } from './stored-doc.js';

/** Rows as documents. */
export const rowWrites = ({ view, rows }: ViewChanges, collection: string, commit: number): DocWrite[] =>
  rows.map(({ key, before, after }) => ({
    collection,
    id: key,
    at: storedAt(after.position, commit),
    isPresent: before !== undefined,
    ...(after.row && { body: bodyOf(view, after.row) }),
  }));

function bodyOf(view: View, row: Row): Pick<RowDoc, 'row' | 'in'> {
  const indexes = view.indexes.filter(({ fields }) => valuesOf(row, fields) !== undefined);
  if (indexes.length === 0) return { row };
  return { in: Object.fromEntries(indexes.map(({ name }) => [name, true] as const)), row };
}

export const fieldPath = (field: string): string => `row.${field}`;
export const markerPath = ({ name }: Index): string => `in.${name}`;

/**
 * The mark comes first and is always fixed, so that a seek never meets rows that lack a field: partial indexes do that, too, but are
 * no seek on every server. The key makes the order whole.
 */
export function indexSpec(index: Index): { readonly name: string; readonly key: Record<string, 1 | -1> } {
  const direction = index.descending ? -1 : 1;
  const fields = [...index.fields.map(fieldPath), '_id'];
  const key = { [markerPath(index)]: 1, ...Object.fromEntries(fields.map((field) => [field, direction])) };
  return { name: index.name, key: key as Record<string, 1 | -1> };
}
