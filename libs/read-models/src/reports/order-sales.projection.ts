import type { Instant, LocalDate, OrderForm, OrderRegistered, Ore } from '#events/contracts/index';
import { orderStream } from '#events/contracts/stream-names';
import { dayOf } from '../figures/counted.js';
import { defineProjection } from '../store/define-projection.js';
import type { Row } from '../store/row.js';

/** R13: recurring means twice a year. */
export type SoldKind = 'single' | 'recurring' | 'once-per-year';

/** What an order holds of one product and kind. */
export interface SoldLine {
  readonly product: string;
  readonly kind: SoldKind;
  /** R12: ex VAT. */
  readonly valueOre: Ore;
}

/** What the reports of orders are added up from: one order, as it was taken and as it stands. */
export interface OrderSalesRow extends Row {
  readonly roundId: string;
  readonly callerId: string;
  /** In Europe/Stockholm: when it was taken, whatever became of it later. */
  readonly day: LocalDate;
  readonly takenAt: Instant;
  readonly cardId: string;
  readonly outcomeId: string;
  readonly status: 'standing' | 'cancelled';
  readonly taken: readonly SoldLine[];
  /** Of a cancelled order: as it was when it was cancelled. */
  readonly now: readonly SoldLine[];
}

const PREFIX_LENGTH = orderStream('').length;

const kindOf = ({ kind, oncePerYear }: OrderForm['rows'][number]): SoldKind => (oncePerYear ? 'once-per-year' : kind);

/** Rows of the same product and kind are one line. */
function linesOf({ rows }: OrderForm): readonly SoldLine[] {
  const lines = new Map<string, SoldLine>();
  for (const row of rows) {
    const line = { product: row.product, kind: kindOf(row) };
    const key = JSON.stringify(line);
    lines.set(key, { ...line, valueOre: (lines.get(key)?.valueOre ?? 0) + row.listPriceOre });
  }
  return [...lines.values()];
}

function taken({ order, ...data }: OrderRegistered['data'], key: string): OrderSalesRow {
  const { roundId, callerId, takenAt, cardId, outcomeId } = data;
  const lines = linesOf(order);
  const day = dayOf(takenAt);
  return { key, roundId, callerId, day, takenAt, cardId, outcomeId, status: 'standing', taken: lines, now: lines };
}

/** One row per order. An order whose outcome was corrected (R21) was never one. */
export const orderSales = defineProjection<OrderSalesRow>({
  name: 'order-sales',
  version: 1, // raise it to rebuild beside the live one
  keysOf: ({ streamId }) => [streamId.slice(PREFIX_LENGTH)],
  indexes: [{ name: 'of-round', fields: ['roundId', 'day'] }],
  counts: [],
  on: {
    OrderRegistered: (_, { data }, key) => taken(data, key),
    OrderChanged: (row, { data }) => row && { ...row, now: linesOf(data.order) },
    OrderCancelled: (row, { data }) =>
      row && data.cause !== 'outcome-corrected' ? { ...row, status: 'cancelled' } : undefined,
  },
});
