import type { Cursor, Range, Seek } from './read-store.js';
import { SeekUnknown } from './read-store.errors.js';
import { fieldsOf, type Row, type Scalar } from './row.js';
import type { Index, View } from './view.js';

/** A range with its fields in the order of the index: the same checks for every adapter. */
export interface RangePlan {
  readonly index: Index;
  readonly equals: readonly { readonly field: string; readonly value: Scalar }[];
  /** The fields after those that are equal, in order. */
  readonly rest: readonly string[];
  readonly from?: Scalar;
  readonly to?: Scalar;
}

export function planRange<R extends Row>(view: View<R>, range: Range<R>): RangePlan {
  const index = view.indexes.find(({ name }) => name === range.index);
  if (!index) throw new SeekUnknown(view.name, `index ${range.index}`);
  const asked = Object.entries<Scalar | undefined>(range.equals ?? {}).filter(
    (entry): entry is [string, Scalar] => entry[1] !== undefined,
  );
  const leading = index.fields.slice(0, asked.length);
  const values = new Map(asked);
  const equals = leading.flatMap((field) => {
    const value = values.get(field);
    return value === undefined ? [] : [{ field, value }];
  });
  const rest = index.fields.slice(asked.length);
  const bounded = range.from !== undefined || range.to !== undefined;
  if (equals.length < asked.length || (bounded && rest.length === 0))
    throw new SeekUnknown(view.name, `index ${range.index}`);
  return { index, equals, rest, from: range.from, to: range.to };
}

export function planGroup<R extends Row>(view: View<R>, group: readonly string[]): string {
  const declared = view.counts.find(
    (fields) => fields.length === group.length && fields.every((field, at) => field === group[at]),
  );
  if (!declared) throw new SeekUnknown(view.name, `group ${group.join('+')}`);
  return groupName(declared);
}

export const groupName = (fields: readonly string[]): string => fields.join('+');

/** The values of these fields; undefined when the row lacks one and so is neither indexed nor counted. */
export function valuesOf(row: Row, names: readonly string[]): Scalar[] | undefined {
  const fields = fieldsOf(row);
  const values: Scalar[] = [];
  for (const name of names) {
    // The cast: what is indexed or counted is declared to be scalar.
    const value = fields[name] as Scalar | undefined;
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

/** A full page may have a next one. */
export function cursorAfter<R extends Row>(plan: RangePlan, rows: readonly R[], seek: Seek<R>): Cursor | undefined {
  const last = rows.at(-1);
  return last && rows.length === seek.limit ? [...(valuesOf(last, plan.rest) ?? []), last.key] : undefined;
}
