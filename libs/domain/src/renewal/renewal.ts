import type { LocalDate, OrderForm, OrderRow, SeasonName } from '#events/contracts/index';
import type { StandingOrder } from '../order-life/order.js';
import { withTotals } from '../order/order-form.js';
import { vatOf, vatPercentOn } from '../order/vat.js';
import { localOf } from '../shared/swedish-calendar.js';
import { seasonOf, seasonsBetween } from './season.js';

/** What a customer has ordered in the campaign, in any order. */
export interface PastOrder {
  readonly orderId: string;
  readonly order: StandingOrder;
}

/** Why an order is not renewed. */
export type NoRenewal =
  | 'not-recurring'
  /** The customer's latest order was cancelled. */
  | 'cancelled'
  | 'ordered-this-season'
  /** Once per year (R13), in the other season. */
  | 'not-in-season'
  /** What keeps the customer from being sold to: R6, closed for good, promised to a caller (R3). */
  | CustomerBar;

export type CustomerBar = 'no-call' | 'ceased' | 'closed' | 'locked';

export type Proposal =
  | { readonly isDue: true; readonly form: OrderForm; readonly of: readonly string[]; readonly last: PastOrder }
  | { readonly isDue: false; readonly reason: NoRenewal; readonly last?: PastOrder };

export interface RenewalMoment {
  readonly season: SeasonName;
  /** R12: the day whose VAT holds. */
  readonly on: LocalDate;
}

const seasonOfOrder = ({ order: { origin } }: PastOrder): SeasonName =>
  origin.renewal?.season ?? seasonOf(localOf(origin.takenAt).date);

const newestFirst = (orders: readonly PastOrder[]): readonly PastOrder[] =>
  orders.toSorted((one, other) => (one.order.origin.takenAt < other.order.origin.takenAt ? 1 : -1));

interface SourceRow {
  readonly row: OrderRow;
  readonly from: PastOrder;
}

/** All recurring rows of a product from the newest order that has a say in it; that may be an order of single ones. */
const sourceRows = (newestFirst: readonly PastOrder[]): readonly SourceRow[] =>
  newestFirst.flatMap((from, place) =>
    recurringRows(from).filter((source) => !newestFirst.slice(0, place).some((newer) => replaces(newer, source))),
  );

const recurringRows = (from: PastOrder): readonly SourceRow[] =>
  from.order.form.rows.filter(({ kind }) => kind === 'recurring').map((row) => ({ row, from }));

/** The renewal of a season says nothing of a row that was not due in it: one of once a year goes on from before (R13). */
const replaces = (newer: PastOrder, source: SourceRow): boolean =>
  newer.order.form.rows.some(({ product }) => product === source.row.product) &&
  (newer.order.origin.renewal === undefined || isDueIn(source, seasonOfOrder(newer)));

/** R13: twice a year in every season after its own, once per year in the same season of a later year. */
function isDueIn({ row, from }: SourceRow, season: SeasonName): boolean {
  const seasons = seasonsBetween(seasonOfOrder(from), season);
  return seasons > 0 && (!row.oncePerYear || seasons % 2 === 0);
}

/** At the price that was agreed; R12: with the VAT of now. A note was for its own order. */
function renewed(last: PastOrder, rows: readonly SourceRow[], on: LocalDate): OrderForm {
  const { note: _, ...form } = last.order.form;
  const priced = rows.map(({ row }) => {
    const vatPercent = vatPercentOn(on, row.productClass);
    return { ...row, vatPercent, vatOre: vatOf(row.listPriceOre, vatPercent) };
  });
  return withTotals({ ...form, rows: priced });
}

/** What a customer's orders come to in a season; `bar`: what keeps the customer from being sold to. */
export function renewalOf(
  orders: readonly PastOrder[],
  bar: CustomerBar | undefined,
  { season, on }: RenewalMoment,
): Proposal {
  const known = newestFirst(orders);
  const [last] = known;
  if (!last) return { isDue: false, reason: 'not-recurring' };
  const not = (reason: NoRenewal): Proposal => ({ isDue: false, reason, last });
  if (bar) return not(bar);
  if (last.order.status === 'cancelled') return not('cancelled');
  const standing = known.filter(({ order }) => order.status === 'standing');
  if (standing.some((one) => seasonsBetween(seasonOfOrder(one), season) <= 0)) return not('ordered-this-season');
  const rows = sourceRows(standing);
  if (rows.length === 0) return not('not-recurring');
  const due = rows.filter((row) => isDueIn(row, season));
  if (due.length === 0) return not('not-in-season');
  const of = [...new Set(due.map(({ from }) => from.orderId))];
  return { isDue: true, form: renewed(last, due, on), of, last };
}
