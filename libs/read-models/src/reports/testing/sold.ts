import { agreed, cancelled, registered } from '#domain/order-life/testing/order-story';
import type { Instant, OrderCancelled, OrderEvent, OrderForm, Ore } from '#events/contracts/index';
import { orderStream } from '#events/contracts/stream-names';
import { written, type Written } from '../../testing/written-log.js';
import type { SoldKind } from '../order-sales.projection.js';

// Orders for the tests of their reports: rows of a product, a kind and a price, everything else made up.

export type Sold = readonly [product: string, kind: SoldKind, listPriceOre: Ore];

export interface OrderPast {
  readonly orderId: string;
  readonly roundId?: string;
  readonly callerId?: string;
  readonly takenAt?: Instant;
  readonly sold: readonly Sold[];
  /** What it holds after each change. */
  readonly changedTo?: readonly (readonly Sold[])[];
  readonly cancelled?: OrderCancelled['data']['cause'];
}

const rowOf = ([product, kind, listPriceOre]: Sold): OrderForm['rows'][number] => ({
  product,
  productClass: 'advertising',
  kind: kind === 'single' ? 'single' : 'recurring',
  oncePerYear: kind === 'once-per-year',
  listPriceOre,
  packageOre: listPriceOre,
  vatPercent: 25,
  vatOre: listPriceOre / 4,
});

const formOf = (sold: readonly Sold[]): Partial<OrderForm> => ({
  rows: sold.map(rowOf),
  totalOre: sold.reduce((sum, [, , price]) => sum + price, 0),
});

export function orderPast({ orderId, sold, changedTo = [], cancelled: cause, ...origin }: OrderPast): Written[] {
  const taken = registered(formOf(sold));
  // The cast: the maker's return type is the union; it makes this one.
  const begun = { ...taken, data: { ...taken.data, ...origin } } as OrderEvent;
  const changes = changedTo.map((rows): OrderEvent => ({
    type: 'OrderChanged',
    data: { ...agreed(formOf(rows)), changedBy: 'ann', reason: 'rang back', changedAt: '2026-11-23T09:05:00.000Z' },
  }));
  const end = cause && ({ ...cancelled, data: { ...cancelled.data, cause } } as OrderEvent);
  return written(orderStream(orderId), begun, ...changes, ...(end ? [end] : []));
}
