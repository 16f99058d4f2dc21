import type { Document } from 'bson';
import { isDocument } from './bson-order.js';

/** All values under a dotted path; a list on the way gives those of its members. */
export function valuesAt(document: Document, path: string): readonly unknown[] {
  return path
    .split('.')
    .reduce<readonly unknown[]>((values, field) => values.flatMap((value) => stepInto(value, field)), [document]);
}

function stepInto(value: unknown, field: string): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((member: unknown) => (isDocument(member) ? [member[field]] : []));
  return [isDocument(value) ? value[field] : undefined];
}

/** What an index or a sort sees under a path: a list counts with each of its members. */
export function indexedValues(document: Document, path: string): readonly unknown[] {
  const values = valuesAt(document, path).flatMap((value): readonly unknown[] => {
    if (!Array.isArray(value)) return [value];
    return value.length > 0 ? (value as unknown[]) : [null];
  });
  return values.length > 0 ? values : [null];
}
