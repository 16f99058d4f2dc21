import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { amountsOf } from '#domain/invoicing/amounts';
import { vatOf } from '#domain/order/vat';
import type { OrderRow } from '#events/contracts/index';
import { CREDIT_NOTE, FORM, INVOICE } from '../testing/sample-documents.js';
import { checkedUbl, InvoiceBreaksRules } from './checked-ubl.js';
import { ublOf } from './ubl-document.js';
import { oreOf, readUbl, textAt } from './ubl-reading.js';
import { brokenRules } from './ubl-rules.js';

const xml = ublOf(INVOICE);
const brokenBy = (from: string | RegExp, to: string, whole = xml): readonly string[] => {
  const changed = whole.replace(from, to);
  expect(changed).not.toBe(whole);
  return brokenRules(changed, true);
};

const row: fc.Arbitrary<OrderRow> = fc
  .record({ listPriceOre: fc.integer({ min: 1, max: 10_000_000_000 }), vatPercent: fc.constantFrom(6, 12, 25) })
  .map(({ listPriceOre, vatPercent }) => ({
    product: 'Annons',
    productClass: 'advertising',
    kind: 'single',
    oncePerYear: false,
    listPriceOre,
    packageOre: 0,
    vatPercent,
    vatOre: vatOf(listPriceOre, vatPercent),
  }));

describe('the rules that an invoice is held to', () => {
  test('are broken by neither sample', () => {
    expect(brokenRules(xml, true)).toEqual([]);
    expect(brokenRules(ublOf(CREDIT_NOTE), true)).toEqual([]);
  });

  test.each<[string, string | RegExp, string]>([
    ['BR-02', '<cbc:ID>17</cbc:ID>', ''],
    ['BR-05', /<cbc:DocumentCurrencyCode>.*/, ''],
    ['BR-CO-10', /(LineExtensionAmount currencyID="SEK">)2400.10/, '$12400.11'],
    ['BR-CO-14', /(TaxAmount currencyID="SEK">)600.01/, '$1600.02'],
    ['BR-CO-15', /(TaxInclusiveAmount currencyID="SEK">)3000.11/, '$13000.12'],
    ['BR-CO-16', /(PayableAmount currencyID="SEK">)3000.11/, '$13000.12'],
    ['BR-CO-17', /(TaxAmount currencyID="SEK">)600.00/, '$1601.00'],
    ['BR-DEC', /(PayableAmount currencyID="SEK">)3000.11/, '$13000.110'],
    ['BR-S-08', /(TaxableAmount currencyID="SEK">)0.09/, '$10.08'],
    ['BR-27', /(PriceAmount currencyID="SEK">)0.09/, '$1-0.09'],
    ['PEPPOL-EN16931-R120', /(PriceAmount currencyID="SEK">)0.09/, '$10.10'],
    ['PEPPOL-EN16931-R010', '<cbc:EndpointID schemeID="0007">5560160680</cbc:EndpointID>', ''],
    ['PEPPOL-COMMON-R049', '<cbc:EndpointID schemeID="0007">5560160680', '<cbc:EndpointID schemeID="0007">5560160681'],
    ['SE-R-001', 'SE556036079301', 'SE5560360793'],
    ['SE-R-006', '<cbc:Percent>6<', '<cbc:Percent>7<'],
  ])('%s', (rule, from, to) => {
    expect(brokenBy(from, to)).toContain(rule);
  });

  test('BR-55: a credit note names its invoice', () => {
    const whole = ublOf(CREDIT_NOTE);
    expect(brokenBy(/<cac:BillingReference>[^]*<\/cac:BillingReference>/, '', whole)).toContain('BR-55');
  });

  test('keep a document that breaks one from being written', () => {
    const lacksId = { ...INVOICE, order: { ...FORM, invoice: { kind: 'e-invoice' } } } as const;
    expect(() => checkedUbl(lacksId)).toThrow(InvoiceBreaksRules);
    expect(() => readUbl('<Invoice>')).toThrow(/tag/i);
  });

  test('R12: every total is the sum of its parts and the order itself, whatever was ordered', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
        const order = { ...FORM, rows };
        const { content } = readUbl(checkedUbl({ ...INVOICE, order }));
        const { netOre, vatOre, grossOre } = amountsOf(order);
        expect(netOre).toBe(rows.reduce((sum, { listPriceOre }) => sum + listPriceOre, 0));
        expect(vatOre).toBe(rows.reduce((sum, one) => sum + one.vatOre, 0));
        expect(oreOf(textAt(content, 'LegalMonetaryTotal/PayableAmount'))).toBe(grossOre);
      }),
    );
  });
});
