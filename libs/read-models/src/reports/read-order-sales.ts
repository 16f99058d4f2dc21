import { pagesOf } from '../store/pages-of.js';
import type { ReadStore } from '../store/read-store.js';
import { daysOf, type ReportAsked } from './asked.js';
import { added, AddedUp, type Group } from './added-up.js';
import { orderSales, type OrderSalesRow } from './order-sales.projection.js';
import { NO_SALES, portionsOf, type Sales, type SalesGroup, type SalesLines } from './sales.js';

export const SALES_DIMENSIONS = ['round', 'caller', 'day', 'product', 'kind'] as const;
export type SalesDimension = (typeof SALES_DIMENSIONS)[number];

export const SALES_FIELD = {
  round: 'roundId',
  caller: 'callerId',
  day: 'day',
  product: 'product',
  kind: 'kind',
} as const satisfies Record<SalesDimension, keyof SalesGroup>;

export type SalesAsked = ReportAsked & SalesLines;

export interface SalesRead {
  /** In the order of the dimensions asked for. */
  readonly groups: readonly Group<Partial<SalesGroup>, Sales>[];
  /** Every order once, also where it stands in several groups. */
  readonly totals: Sales;
}

/** The orders of the rounds and days asked for, added up; a year of orders is some ten thousand rows. */
export async function readOrderSales(
  store: ReadStore,
  asked: SalesAsked,
  groupBy: readonly SalesDimension[],
): Promise<SalesRead> {
  const fields = groupBy.map((dimension) => SALES_FIELD[dimension]);
  const sums = new AddedUp<Partial<SalesGroup>, Sales>(fields, NO_SALES);
  let totals = NO_SALES;
  for await (const row of ordersOf(store, asked)) {
    for (const { group, measures } of portionsOf(row, fields, asked)) sums.add(group, measures);
    for (const { measures } of portionsOf(row, [], asked)) totals = added(totals, measures);
  }
  return { groups: sums.sorted(), totals };
}

async function* ordersOf(store: ReadStore, asked: SalesAsked): AsyncGenerator<OrderSalesRow> {
  const { roundIds, callerId } = asked;
  for (const roundId of roundIds) {
    for await (const rows of pagesOf(store, orderSales, { index: 'of-round', equals: { roundId }, ...daysOf(asked) }))
      yield* rows.filter((row) => callerId === undefined || row.callerId === callerId);
  }
}
