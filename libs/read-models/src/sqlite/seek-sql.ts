import { planRange, type RangePlan } from '../store/seek-plan.js';
import type { Range, Seek } from '../store/read-store.js';
import type { Row, Scalar } from '../store/row.js';
import type { View } from '../store/view.js';
import { columnOf, indexName } from './row-table.js';

export interface Query {
  readonly sql: string;
  readonly values: readonly Scalar[];
}

/**
 * A bare `?` beside an ORDER BY makes this SQLite plan the statement anew at every execution, six times slower;
 * a scalar subquery hides the value from its statistics.
 */
const HIDDEN = '(SELECT ?)';

export function seekQuery<R extends Row>(table: string, plan: RangePlan, { after, limit }: Seek<R>): Query {
  const { sql, values } = rangeOf(table, plan);
  const order = [...plan.rest.map(columnOf), 'key'];
  const direction = plan.index.descending ? ' DESC' : '';
  const sorted = order.map((column) => column + direction).join(', ');
  return {
    sql: `SELECT doc ${sql}${after ? beyond(order, plan) : ''} ORDER BY ${sorted} LIMIT ?`,
    values: [...values, ...(after ?? []), limit],
  };
}

export function countQuery<R extends Row>(table: string, view: View<R>, range: Range<R>, atMost: number): Query {
  const { sql, values } = rangeOf(table, planRange(view, range));
  return { sql: `SELECT count(*) FROM (SELECT 1 ${sql} LIMIT ?)`, values: [...values, atMost] };
}

/** INDEXED BY refuses to run where the index does not serve. */
function rangeOf(table: string, { index, equals, rest, from, to }: RangePlan): Query {
  const [ranged] = rest;
  const bounds = [
    ...(from === undefined ? [] : [{ operator: '>=', value: from }]),
    ...(to === undefined ? [] : [{ operator: '<=', value: to }]),
  ];
  const conditions = [
    ...equals.map(({ field }) => `${columnOf(field)} = ${HIDDEN}`),
    ...rest.map((field) => `${columnOf(field)} IS NOT NULL`),
    ...bounds.map(({ operator }) => `${columnOf(ranged ?? '')} ${operator} ${HIDDEN}`),
  ];
  return {
    sql: `FROM "${table}" INDEXED BY ${indexName(table, index)} WHERE ${conditions.join(' AND ')}`,
    values: [...equals.map(({ value }) => value), ...bounds.map(({ value }) => value)],
  };
}

const beyond = (order: readonly string[], { index }: RangePlan): string =>
  ` AND (${order.join(', ')}) ${index.descending ? '<' : '>'} (${order.map(() => HIDDEN).join(', ')})`;
