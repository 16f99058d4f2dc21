import type { Document } from 'bson';
import { BEHIND_ALL, compareValues, isDocument, isSameType } from './bson-order.js';
import type { Collection } from './collection.js';
import type { OrderedIndex } from './ordered-index.js';
import type { StoredDoc } from './stored-doc.js';

/** What a filter asks of one field, as far as an index can use it. */
interface Condition {
  readonly points?: readonly unknown[];
  readonly from?: Bound;
  readonly to?: Bound;
}

interface Bound {
  readonly value: unknown;
  readonly included: boolean;
}

/** How an index serves a query. */
export interface IndexPlan {
  readonly index: OrderedIndex;
  /** Values of its first fields; several where one of them may be any of a list. */
  readonly prefixes: readonly (readonly unknown[])[];
  readonly range: Condition;
  /** Its order is the one asked for. */
  readonly isSorted: boolean;
}

export type SortSpec = Readonly<Record<string, number>>;

const BOUNDS = { $gt: 'from', $gte: 'from', $lt: 'to', $lte: 'to' } as const;

function conditionOn(filter: Document, field: string): Condition {
  if (!(field in filter)) return {};
  const asked: unknown = filter[field];
  if (asked instanceof RegExp) return {};
  if (!isDocument(asked) || !Object.keys(asked).some((name) => name.startsWith('$'))) return { points: [asked] };
  // The cast: what follows $in is a list.
  if ('$in' in asked) return { points: asked['$in'] as readonly unknown[] };
  if ('$eq' in asked) return { points: [asked['$eq']] };
  const bounds = Object.entries(BOUNDS).flatMap(([operator, side]) =>
    operator in asked ? [[side, { value: asked[operator], included: operator.endsWith('e') }]] : [],
  );
  return Object.fromEntries(bounds) as Condition;
}

/** The plan that fixes the most fields, a sorted one before others. Undefined where none is better than a walk. */
export function planOf(
  collection: Collection,
  filter: Document,
  sort: SortSpec,
  hinted?: OrderedIndex,
): IndexPlan | undefined {
  const indexes = hinted ? [hinted] : collection.listIndexes().filter(({ spec }) => !spec.partialFilterExpression);
  const plans = indexes.map((index) => ({ plan: planOn(index, filter, sort), index }));
  const scored = plans.map(({ plan, index }) => ({ plan, score: hinted ? 1 : scoreOf(plan, index) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), {
    plan: undefined as IndexPlan | undefined,
    score: 0,
  });
  return best.plan;
}

function planOn(index: OrderedIndex, filter: Document, sort: SortSpec): IndexPlan {
  let prefixes: readonly (readonly unknown[])[] = [[]];
  let fixed = 0;
  for (const field of index.fields) {
    const { points } = conditionOn(filter, field);
    if (!points) break;
    prefixes = prefixes.flatMap((prefix) => points.map((point) => [...prefix, point]));
    fixed += 1;
  }
  const next = index.fields[fixed];
  const isSorted = prefixes.length === 1 && !index.isMultikey && isInOrder(index, fixed, filter, sort);
  return { index, prefixes, range: next === undefined ? {} : conditionOn(filter, next), isSorted };
}

function isInOrder(index: OrderedIndex, fixed: number, filter: Document, sort: SortSpec): boolean {
  const asked = Object.entries(sort).filter(([field]) => conditionOn(filter, field).points?.length !== 1);
  return asked.every(
    ([field, direction], at) => index.fields[fixed + at] === field && index.directions[fixed + at] === direction,
  );
}

function scoreOf({ prefixes, range, isSorted }: IndexPlan, { spec }: OrderedIndex): number {
  const fixed = (prefixes[0]?.length ?? 0) * 8;
  const serves = fixed + Number(hasBound(range)) * 4 + Number(isSorted) * 2;
  return serves === 0 ? 0 : serves + Number(spec.name === '_id_');
}

const hasBound = ({ from, to }: Condition): boolean => from !== undefined || to !== undefined;

export interface Examined {
  keys: number;
  docs: number;
}

/** The documents within the plan's bounds, in the order of the index; what is looked at is counted. */
export function* scanned(
  collection: Collection,
  plan: IndexPlan | undefined,
  examined: Examined,
): Generator<StoredDoc> {
  if (!plan) {
    for (const doc of collection.all()) {
      examined.docs += 1;
      yield doc;
    }
    return;
  }
  const met = new Set<StoredDoc>();
  for (const prefix of plan.prefixes) {
    for (const doc of within(plan, prefix, examined)) {
      if (plan.index.isMultikey && met.has(doc)) continue;
      met.add(doc);
      examined.docs += 1;
      yield doc;
    }
  }
}

function* within({ index, range }: IndexPlan, prefix: readonly unknown[], examined: Examined): Generator<StoredDoc> {
  const descends = index.directions[prefix.length] === -1;
  const [first, last] = descends ? [range.to, range.from] : [range.from, range.to];
  const bound = first ?? last;
  for (const [entry, doc] of index.from(startOf(prefix, first))) {
    if (!beginsWith(entry, prefix)) return;
    examined.keys += 1;
    const value = entry[prefix.length];
    if (isBeyond(value, last, descends)) return;
    if (!bound || isSameType(value, bound.value)) yield doc;
  }
}

const beginsWith = (entry: readonly unknown[], prefix: readonly unknown[]): boolean =>
  prefix.every((value, at) => compareValues(entry[at], value) === 0);

const startOf = (prefix: readonly unknown[], first: Bound | undefined): readonly unknown[] => {
  if (!first) return prefix;
  return first.included ? [...prefix, first.value] : [...prefix, first.value, BEHIND_ALL];
};

function isBeyond(value: unknown, bound: Bound | undefined, descends: boolean): boolean {
  if (!bound) return false;
  const { value: last, included } = bound;
  const compared = compareValues(value, last) * (descends ? -1 : 1);
  return isSameType(value, last) && (included ? compared > 0 : compared >= 0);
}
