import type { LocalDate } from '#events/contracts/index';
import type { Group } from './added-up.js';
import type { OrderSalesRow, SoldKind, SoldLine } from './order-sales.projection.js';

/** What is added up. taken + changed - cancelled = standing. The definitions stand in sales-definitions.ts. */
export interface Sales {
  readonly ordersTaken: number;
  readonly takenValueOre: number;
  readonly ordersChanged: number;
  readonly changedValueOre: number;
  readonly ordersCancelled: number;
  readonly cancelledValueOre: number;
  readonly orders: number;
  readonly valueOre: number;
  readonly recurringOrders: number;
  readonly recurringValueOre: number;
}

export const NO_SALES: Sales = {
  ordersTaken: 0,
  takenValueOre: 0,
  ordersChanged: 0,
  changedValueOre: 0,
  ordersCancelled: 0,
  cancelledValueOre: 0,
  orders: 0,
  valueOre: 0,
  recurringOrders: 0,
  recurringValueOre: 0,
};

export interface SalesGroup {
  readonly roundId: string;
  readonly callerId: string;
  readonly day: LocalDate;
  readonly product: string;
  readonly kind: SoldKind;
}

/** Which lines of the orders are asked for; all when absent. */
export interface SalesLines {
  readonly product?: string;
  readonly kind?: SoldKind;
}

/** What an order adds to the groups: one portion, or one for each product or kind where they are told apart. */
export function portionsOf(
  order: OrderSalesRow,
  fields: readonly (keyof SalesGroup)[],
  asked: SalesLines,
): readonly Group<Partial<SalesGroup>, Sales>[] {
  const groups = new Map<string, Partial<SalesGroup>>();
  const groupOf = (line: SoldLine): Partial<SalesGroup> =>
    Object.fromEntries(fields.map((field) => [field, { ...order, ...line }[field]]));
  for (const line of [...order.taken, ...order.now])
    if (isAsked(line, asked)) groups.set(JSON.stringify(groupOf(line)), groupOf(line));
  return [...groups].map(([key, group]) => {
    const inGroup = (line: SoldLine): boolean => isAsked(line, asked) && JSON.stringify(groupOf(line)) === key;
    return { group, measures: salesOf(order, order.taken.filter(inGroup), order.now.filter(inGroup)) };
  });
}

export const isAsked = (line: SoldLine, { product, kind }: SalesLines): boolean =>
  (product === undefined || line.product === product) && (kind === undefined || line.kind === kind);

function salesOf({ status }: OrderSalesRow, taken: readonly SoldLine[], now: readonly SoldLine[]): Sales {
  const [takenValueOre, nowOre] = [valueOf(taken), valueOf(now)];
  const became =
    status === 'cancelled' ? { ordersCancelled: once(now), cancelledValueOre: nowOre } : standing(now, nowOre);
  return {
    ...NO_SALES,
    ordersTaken: once(taken),
    takenValueOre,
    ordersChanged: takenValueOre === nowOre ? 0 : 1,
    changedValueOre: nowOre - takenValueOre,
    ...became,
  };
}

function standing(now: readonly SoldLine[], valueOre: number): Partial<Sales> {
  const recurring = now.filter(({ kind }) => kind !== 'single');
  return {
    orders: once(now),
    valueOre,
    recurringOrders: once(recurring),
    recurringValueOre: valueOf(recurring),
  };
}

const valueOf = (lines: readonly SoldLine[]): number => lines.reduce((sum, { valueOre }) => sum + valueOre, 0);

const once = (lines: readonly SoldLine[]): number => (lines.length > 0 ? 1 : 0);
