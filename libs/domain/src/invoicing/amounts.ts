import type { LocalDate, Ore, OrderForm, OrderRow } from '#events/contracts/index';
import { plus } from '../shared/instant.js';

/** One rate of VAT: what it is charged on, and how much. */
export interface VatShare {
  readonly percent: number;
  readonly taxableOre: Ore;
  readonly vatOre: Ore;
}

export interface InvoiceAmounts {
  readonly netOre: Ore;
  readonly vatOre: Ore;
  readonly grossOre: Ore;
  /** Highest rate first. */
  readonly shares: readonly VatShare[];
}

const sum = (rows: readonly OrderRow[], ore: (row: OrderRow) => Ore): Ore =>
  rows.reduce((total, row) => total + ore(row), 0);

function shareOf(percent: number, rows: readonly OrderRow[]): VatShare {
  const taxableOre = sum(rows, ({ listPriceOre }) => listPriceOre);
  return { percent, taxableOre, vatOre: sum(rows, ({ vatOre }) => vatOre) };
}

/** R12: sums of what was agreed and frozen, so that every total equals what it is the total of; nothing is rounded here. */
export function amountsOf({ rows }: Pick<OrderForm, 'rows'>): InvoiceAmounts {
  const shares = [...Map.groupBy(rows, ({ vatPercent }) => vatPercent)]
    .map(([percent, own]) => shareOf(percent, own))
    .sort((one, other) => other.percent - one.percent);
  const netOre = shares.reduce((total, { taxableOre }) => total + taxableOre, 0);
  const vatOre = shares.reduce((total, share) => total + share.vatOre, 0);
  return { netOre, vatOre, grossOre: netOre + vatOre, shares };
}

/** Calendar days after the day of issue. */
export const dueOn = (issuedOn: LocalDate, termsDays: OrderForm['termsDays']): LocalDate =>
  plus(`${issuedOn}T00:00:00.000Z`, { days: termsDays }).slice(0, 10);
