import type { LocalDate, Ore, OrderRow } from '#events/contracts/index';
import type { OrderRowInput } from './order-form-input.js';
import { isOddPrice, packageOf } from './packages.js';
import { accepted, eachOf, together, wrong, type Reading } from './reading.js';
import { vatOf, vatPercentOn } from './vat.js';

/** 100 million kronor: above it the amount is a slip, and sums stay exact. */
const MAX_PRICE_ORE = 10_000_000_000;

type TypedRow = Omit<OrderRow, 'packageOre' | 'vatPercent' | 'vatOre'>;

/** R10, R12: at least one row; package and VAT are worked out here, never typed. */
export function readRows(inputs: readonly OrderRowInput[] | undefined, on: LocalDate): Reading<readonly OrderRow[]> {
  if (!inputs || inputs.length === 0) return wrong('order.rows-missing', 'rows');
  return eachOf(inputs.map((input, index) => priced(readRow(input, `rows.${index}`), on)));
}

function readRow(input: OrderRowInput, field: string): Reading<TypedRow> {
  return together<TypedRow>({
    product: readProduct(input.product, `${field}.product`),
    productClass: accepted(input.productClass ?? 'advertising'),
    kind: input.kind ? accepted(input.kind) : wrong('order.row-kind-missing', `${field}.kind`),
    oncePerYear: readOncePerYear(input, `${field}.oncePerYear`),
    listPriceOre: readPrice(input.listPriceOre, `${field}.listPriceOre`),
  });
}

function readProduct(raw: string | undefined, field: string): Reading<string> {
  const product = raw?.trim() ?? '';
  return product === '' ? wrong('order.product-missing', field) : accepted(product);
}

/** R13: recurring means twice a year; once per year is valid with recurring only. */
const readOncePerYear = ({ kind, oncePerYear = false }: OrderRowInput, field: string): Reading<boolean> =>
  oncePerYear && kind === 'single' ? wrong('order.once-per-year-needs-recurring', field) : accepted(oncePerYear);

function readPrice(ore: Ore | undefined, field: string): Reading<Ore> {
  if (ore === undefined || ore <= 0) return wrong('order.price-not-above-zero', field);
  if (!Number.isInteger(ore) || ore > MAX_PRICE_ORE) return wrong('order.price-malformed', field);
  return accepted(ore, isOddPrice(ore) ? [{ code: 'order.odd-price', field }] : []);
}

function priced(reading: Reading<TypedRow>, on: LocalDate): Reading<OrderRow> {
  if (!reading.ok) return reading;
  const row = reading.value;
  const vatPercent = vatPercentOn(on, row.productClass);
  return accepted(
    { ...row, packageOre: packageOf(row.listPriceOre), vatPercent, vatOre: vatOf(row.listPriceOre, vatPercent) },
    reading.warnings,
  );
}
