import { describe, expect, test } from '@jest/globals';
import { acceptOrderForm } from './accept-order-form.js';
import type { OrderFormInput } from './order-form-input.js';
import { NOW, aForm, aRow } from './testing/order-forms.js';

/** Currency amounts hold blanks that do not break. */
const readBack = (language: 'sv' | 'en', changes: Partial<OrderFormInput> = {}): string[] =>
  acceptOrderForm(
    aForm({ confirmedWarnings: ['order.odd-price'], ...changes }),
    { now: NOW, previousOrderInRound: false, webAddressFromOre: 120_000 },
    language,
  )
    .readBack.replace(/\u00a0/g, ' ')
    .split('\n');

const rows = [
  aRow(),
  aRow({ product: 'Bok', productClass: 'printed-matter', kind: 'recurring', listPriceOre: 50_050 }),
];

describe('the read-back', () => {
  test('R12: says rows, prices, VAT, totals and terms in Swedish', () => {
    expect(readBack('sv', { rows, marketingName: 'Skapaskolan' })).toEqual([
      'Beställare: Lärande i Huddinge AB (Skapaskolan), organisationsnummer 556036-0793.',
      'Kontaktperson: Anna Öberg, anna@skolan.se.',
      'Diplompaket (singel): 1 200,00 kr exklusive moms, moms 25 % 300,00 kr.',
      'Bok (löpande, två gånger per år): 500,50 kr exklusive moms, moms 6 % 30,03 kr.',
      'Webbadress: skolan.se',
      'Totalt 1 700,50 kr exklusive moms, moms 330,03 kr, att betala 2 030,53 kr.',
      'Faktura med e-post till faktura@skolan.se, 30 dagars betalningstid.',
    ]);
  });

  test('R12: says the same in English', () => {
    expect(readBack('en', { rows })).toEqual([
      'Buyer: Lärande i Huddinge AB, company number 556036-0793.',
      'Contact: Anna Öberg, anna@skolan.se.',
      'Diplompaket (single): SEK 1,200.00 excluding VAT, VAT 25% SEK 300.00.',
      'Bok (recurring, twice a year): SEK 500.50 excluding VAT, VAT 6% SEK 30.03.',
      'Web address: skolan.se',
      'Total SEK 1,700.50 excluding VAT, VAT SEK 330.03, to pay SEK 2,030.53.',
      'Invoice by e-mail to faktura@skolan.se, payable within 30 days.',
    ]);
  });

  test('R13: says once a year', () => {
    const once = [aRow({ kind: 'recurring', oncePerYear: true })];
    expect(readBack('sv', { rows: once })[2]).toContain('löpande, en gång per år');
    expect(readBack('en', { rows: once })[2]).toContain('recurring, once a year');
  });

  test('R14: says who a directed purchase is for', () => {
    const directedPurchase = { recipientKind: 'preschool', recipient: 'Björken', classOrDepartment: 'Humlan' } as const;
    expect(readBack('sv', { directedPurchase })[3]).toBe('Riktat köp till Björken, Humlan.');
    expect(readBack('en', { directedPurchase: { ...directedPurchase, classOrDepartment: undefined } })[3]).toBe(
      'Directed purchase for Björken.',
    );
  });

  test('R14: says where the diploma goes, if elsewhere', () => {
    const diplomaAddress = { name: 'Björken', street: 'Vägen 1', postcode: '123 45', city: 'Umeå' };
    expect(readBack('sv', { diplomaAddress })).toContain('Diplomet skickas till Björken, Vägen 1, 123 45 Umeå.');
    expect(readBack('en', { diplomaAddress })).toContain('The diploma goes to Björken, Vägen 1, 123 45 Umeå.');
  });

  test('R11: says no web address where there is none', () => {
    expect(readBack('sv', { webAddress: 'none' }).join()).not.toContain('Webbadress');
  });

  test('R15: says how the invoice comes', () => {
    const address = { street: 'Vägen 1', postcode: '123 45', city: 'Umeå' };
    const last = (invoice: OrderFormInput['invoice']) => readBack('sv', { invoice, termsDays: 10 }).at(-1);
    expect(last({ kind: 'post', address })).toBe(
      'Faktura med post till Vägen 1, 123 45 Umeå, 10 dagars betalningstid.',
    );
    expect(last({ kind: 'e-invoice' })).toBe('E-faktura, 10 dagars betalningstid.');
    expect(readBack('en', { invoice: { kind: 'post', address } }).at(-1)).toContain('Invoice by post to Vägen 1');
    expect(readBack('en', { invoice: { kind: 'e-invoice' } }).at(-1)).toContain('E-invoice');
  });

  test('hides the last four digits of a sole trader and says when there is no e-mail', () => {
    const text = readBack('sv', { companyNumber: '510217-9974', email: 'has-none' });
    expect(text.slice(0, 2)).toEqual([
      'Beställare: Lärande i Huddinge AB, organisationsnummer 510217-****.',
      'Kontaktperson: Anna Öberg, ingen e-post.',
    ]);
    expect(readBack('en', { email: 'has-none' })[1]).toContain('no e-mail');
  });
});
