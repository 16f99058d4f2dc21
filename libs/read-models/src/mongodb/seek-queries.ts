import type { Document } from 'mongodb';
import type { Cursor, Seek } from '../store/read-store.js';
import type { Row, Scalar } from '../store/row.js';
import type { RangePlan } from '../store/seek-plan.js';
import { fieldPath, markerPath } from './row-writes.js';

export type Filter = Readonly<Record<string, unknown>>;
export type SortBy = Readonly<Record<string, 1 | -1>>;

/** The rows of a range. */
export function rangeFilter(plan: RangePlan): Filter {
  const equals = plan.equals.map(({ field, value }) => [fieldPath(field), value] as const);
  return { [markerPath(plan.index)]: true, ...Object.fromEntries(equals), ...boundsOf(plan) };
}

export function sortOf({ index, rest }: RangePlan): SortBy {
  const direction = index.descending ? -1 : 1;
  return Object.fromEntries([...rest.map(fieldPath), '_id'].map((path) => [path, direction]));
}

/**
 * What follows a cursor, as seeks one after the other: first the rows that are like the cursor in all but the key, then those that
 * are like it in one field less, and so on. One filter with $or would be a sort in memory on some servers.
 */
export function filtersAfter<R extends Row>(plan: RangePlan, { after }: Seek<R>): readonly Filter[] {
  const range = rangeFilter(plan);
  const side = sideOf(plan, after?.[0]);
  if (!after || side === 'before') return [range];
  if (side === 'behind') return [];
  const paths = [...plan.rest.map(fieldPath), '_id'];
  return paths
    .map((_, at) => beyond(plan, paths.slice(0, paths.length - at), after))
    .map((rest) => ({ ...range, ...rest }));
}

/** Where a cursor stands beside the bounds: before them all of the range follows it, behind them nothing. */
function sideOf({ index, from, to }: RangePlan, value: Scalar | undefined): 'before' | 'within' | 'behind' {
  if (value === undefined) return 'within';
  const [low, high] = index.descending ? (['behind', 'before'] as const) : (['before', 'behind'] as const);
  if (from !== undefined && value < from) return low;
  return to !== undefined && value > to ? high : 'within';
}

/** Like the cursor up to the last of these paths, and beyond it there. */
function beyond(plan: RangePlan, paths: readonly string[], after: Cursor): Filter {
  const operator = plan.index.descending ? '$lt' : '$gt';
  const like = paths.slice(0, -1).map((path, at) => [path, after[at]] as const);
  const last = paths.at(-1) ?? '_id';
  const bounds = boundsOf(plan)[last] as Document | undefined;
  return { ...Object.fromEntries(like), [last]: { ...bounds, ...stricter(operator, after[paths.length - 1]) } };
}

/** Takes the place of the bound on its side. */
const stricter = (operator: '$lt' | '$gt', value: Scalar | undefined): Document =>
  operator === '$gt' ? { $gte: undefined, $gt: value } : { $lte: undefined, $lt: value };

function boundsOf({ rest: [ranged], from, to }: RangePlan): Filter {
  if (ranged === undefined || (from === undefined && to === undefined)) return {};
  const bounds = { ...(from !== undefined && { $gte: from }), ...(to !== undefined && { $lte: to }) };
  return { [fieldPath(ranged)]: bounds };
}
