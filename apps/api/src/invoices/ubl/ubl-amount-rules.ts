import { oreOf, partsAt, textAt, textsAt, type ReadElement } from './ubl-reading.js';
import type { RuledUbl, UblRule } from './ubl-rule.js';

// Sums are whole öre, so that equal means equal. An amount that is missing or has another form is NaN, which equals nothing.

const TOTALS = 'LegalMonetaryTotal';
const SHARES = 'TaxTotal/TaxSubtotal';
/** What BR-CO-17 of the published rules lets a sum of rounded rows differ: less than one krona. */
const ONE_KRONA = 100;

const ore = (from: ReadElement, path: string): number => oreOf(textAt(from, path));
const sum = (from: readonly ReadElement[], path: string): number =>
  from.reduce((total, one) => total + ore(one, path), 0);

const shares = ({ content }: RuledUbl): readonly ReadElement[] => partsAt(content, SHARES);
const rateOf = (part: ReadElement, category: string): string => textAt(part, `${category}/Percent`);

function isTaxOf(share: ReadElement): boolean {
  const exact = (ore(share, 'TaxableAmount') * Number(rateOf(share, 'TaxCategory'))) / 100;
  return Math.abs(ore(share, 'TaxAmount') - Math.round(exact)) < ONE_KRONA;
}

const isBaseOf = (share: ReadElement, lines: readonly ReadElement[]): boolean => {
  const rate = rateOf(share, 'TaxCategory');
  const own = lines.filter((line) => rateOf(line, 'Item/ClassifiedTaxCategory') === rate);
  return ore(share, 'TaxableAmount') === sum(own, 'LineExtensionAmount');
};

const quantityOf = (line: ReadElement): number =>
  Number(textAt(line, 'InvoicedQuantity') || textAt(line, 'CreditedQuantity'));

const amountsIn = ({ content, lines }: RuledUbl): readonly string[] => [
  ...Object.keys(partsAt(content, TOTALS)[0]?.parts ?? {}).map((name) => textAt(content, `${TOTALS}/${name}`)),
  ...textsAt(content, 'TaxTotal/TaxAmount'),
  ...textsAt(content, `${SHARES}/TaxableAmount`),
  ...textsAt(content, `${SHARES}/TaxAmount`),
  ...lines.map((line) => textAt(line, 'LineExtensionAmount')),
];

export const amountRules: readonly UblRule[] = [
  {
    id: 'BR-CO-10',
    holds: ({ content, lines }) => ore(content, `${TOTALS}/LineExtensionAmount`) === sum(lines, 'LineExtensionAmount'),
  },
  {
    id: 'BR-CO-13',
    holds: ({ content }) =>
      ore(content, `${TOTALS}/TaxExclusiveAmount`) === ore(content, `${TOTALS}/LineExtensionAmount`),
  },
  { id: 'BR-CO-14', holds: (ubl) => ore(ubl.content, 'TaxTotal/TaxAmount') === sum(shares(ubl), 'TaxAmount') },
  {
    id: 'BR-CO-15',
    holds: ({ content }) =>
      ore(content, `${TOTALS}/TaxInclusiveAmount`) ===
      ore(content, `${TOTALS}/TaxExclusiveAmount`) + ore(content, 'TaxTotal/TaxAmount'),
  },
  {
    id: 'BR-CO-16',
    holds: ({ content }) => ore(content, `${TOTALS}/PayableAmount`) === ore(content, `${TOTALS}/TaxInclusiveAmount`),
  },
  { id: 'BR-CO-17', holds: (ubl) => shares(ubl).every(isTaxOf) },
  { id: 'BR-CO-18', holds: (ubl) => shares(ubl).length > 0 },
  { id: 'BR-S-08', holds: (ubl) => shares(ubl).every((share) => isBaseOf(share, ubl.lines)) },
  { id: 'BR-27', holds: ({ lines }) => lines.every((line) => ore(line, 'Price/PriceAmount') >= 0) },
  { id: 'BR-DEC', holds: (ubl) => amountsIn(ubl).every((text) => !Number.isNaN(oreOf(text))) },
  {
    id: 'PEPPOL-EN16931-R120',
    holds: ({ lines }) =>
      lines.every((line) => ore(line, 'LineExtensionAmount') === quantityOf(line) * ore(line, 'Price/PriceAmount')),
  },
];
