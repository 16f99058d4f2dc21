import type { LocalDate, Ore, OrderRow } from '#events/contracts/index';

interface VatRate {
  readonly productClass: OrderRow['productClass'];
  readonly percent: number;
  readonly validFrom: LocalDate;
  /** The last day; open-ended when absent. */
  readonly validTo?: LocalDate;
}

/** R12. Printed matter that is mostly advertising is `advertising`: 25 percent. */
export const VAT_RATES: readonly VatRate[] = [
  { productClass: 'advertising', percent: 25, validFrom: '1990-07-01' },
  { productClass: 'printed-matter', percent: 6, validFrom: '2002-01-01' },
  { productClass: 'food', percent: 12, validFrom: '1996-01-01', validTo: '2026-03-31' },
  // Prop. 2025/26:55
  { productClass: 'food', percent: 6, validFrom: '2026-04-01', validTo: '2027-12-31' },
  { productClass: 'food', percent: 12, validFrom: '2028-01-01' },
];

export function vatPercentOn(date: LocalDate, productClass: OrderRow['productClass']): number {
  const rate = VAT_RATES.find(
    ({ productClass: of, validFrom, validTo }) =>
      of === productClass && validFrom <= date && (validTo === undefined || date <= validTo),
  );
  if (!rate) throw new RangeError(`no VAT rate for ${productClass} on ${date}`);
  return rate.percent;
}

/** Rounded to whole öre for each row, half an öre upwards. */
export const vatOf = (listPriceOre: Ore, percent: number): Ore => Math.round((listPriceOre * percent) / 100);
