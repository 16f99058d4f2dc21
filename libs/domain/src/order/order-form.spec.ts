import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readOrderForm } from './order-form.js';
import type { OrderFormInput } from './order-form-input.js';
import { NOW, aForm, aRow } from './testing/order-forms.js';

const read = (changes: Partial<OrderFormInput> = {}, previousOrderInRound = false) =>
  readOrderForm(aForm(changes), { now: NOW, previousOrderInRound, webAddressFromOre: 120_000 });
const errorsOf = (changes: Partial<OrderFormInput>): string[] =>
  read(changes).errors.map(({ code, field }) => `${field}: ${code}`);
const warningsOf = (changes: Partial<OrderFormInput>): string[] =>
  read(changes).warnings.map(({ code, field }) => `${field}: ${code}`);

describe('an order form', () => {
  test('R10: that has everything is read with package, VAT and totals', () => {
    expect(read()).toStrictEqual({
      ok: true,
      errors: [],
      warnings: [],
      value: {
        legalName: 'Lärande i Huddinge AB',
        contactFirstName: 'Anna',
        contactLastName: 'Öberg',
        companyNumber: '5560360793',
        email: 'anna@skolan.se',
        invoice: { kind: 'e-mail', email: 'faktura@skolan.se' },
        termsDays: 30,
        webAddress: 'skolan.se',
        rows: [
          {
            product: 'Diplompaket',
            productClass: 'advertising',
            kind: 'single',
            oncePerYear: false,
            listPriceOre: 120_000,
            packageOre: 120_000,
            vatPercent: 25,
            vatOre: 30_000,
          },
        ],
        totalOre: 120_000,
        totalVatOre: 30_000,
      },
    });
  });

  test('R10: that is empty is told everything at once', () => {
    const reading = readOrderForm({}, { now: NOW, previousOrderInRound: false, webAddressFromOre: 120_000 });
    expect(reading.errors.map(({ code, field }) => `${field}: ${code}`)).toEqual([
      'legalName: order.legal-name-missing',
      'contactFirstName: order.contact-first-name-missing',
      'contactLastName: order.contact-last-name-missing',
      'companyNumber: order.company-number-missing',
      'email: order.email-missing',
      'invoice: order.invoice-missing',
      'termsDays: order.terms-not-offered',
      'rows: order.rows-missing',
    ]);
  });

  test.each<[string, Partial<OrderFormInput>, string]>([
    ['a blank legal name', { legalName: ' ' }, 'legalName: order.legal-name-missing'],
    ['a blank first name', { contactFirstName: '' }, 'contactFirstName: order.contact-first-name-missing'],
    ['a blank last name', { contactLastName: '' }, 'contactLastName: order.contact-last-name-missing'],
    ['an unreadable company number', { companyNumber: '123' }, 'companyNumber: company-number.unreadable'],
    ['an impossible company number', { companyNumber: '0560360793' }, 'companyNumber: company-number.impossible'],
    ['a malformed address', { email: 'anna' }, 'email: order.email-malformed'],
    ['other terms', { termsDays: 20 }, 'termsDays: order.terms-not-offered'],
    ['no row', { rows: [] }, 'rows: order.rows-missing'],
    ['a row without a product', { rows: [aRow({ product: ' ' })] }, 'rows.0.product: order.product-missing'],
    ['a row of no kind', { rows: [aRow(), aRow({ kind: undefined })] }, 'rows.1.kind: order.row-kind-missing'],
    ['no price', { rows: [aRow({ listPriceOre: 0 })] }, 'rows.0.listPriceOre: order.price-not-above-zero'],
    ['a negative price', { rows: [aRow({ listPriceOre: -1 })] }, 'rows.0.listPriceOre: order.price-not-above-zero'],
  ])('R10: with %s is refused', (_, changes, error) => {
    expect(errorsOf(changes)).toEqual([error]);
  });

  test('R10: may say that there is no e-mail address', () => {
    expect(read({ email: 'has-none' })).toMatchObject({ ok: true, value: { email: 'has-none' } });
  });

  test('R10: with a failing check digit is a warning to confirm', () => {
    expect(warningsOf({ companyNumber: '556036-0794' })).toEqual(['companyNumber: company-number.check-digit']);
  });

  test('R11: a marketing name is refused where it is the legal name', () => {
    const same = 'marketingName: order.marketing-name-same-as-legal';
    expect(errorsOf({ marketingName: 'LÄRANDE I  HUDDINGE ab' })).toEqual([same]);
    expect(read({ marketingName: 'Skapaskolan' })).toMatchObject({ ok: true, value: { marketingName: 'Skapaskolan' } });
    expect(read({ marketingName: ' ' }).ok).toBe(true);
  });

  test('R11: the web address is asked for from 1200 kr in any one row, not in the sum', () => {
    const missing = ['webAddress: order.web-address-missing'];
    const cheap = aRow({ listPriceOre: 119_999 });
    expect(errorsOf({ webAddress: undefined })).toEqual(missing);
    expect(errorsOf({ webAddress: undefined, rows: [cheap, aRow()] })).toEqual(missing);
    expect(errorsOf({ webAddress: undefined, rows: [cheap, cheap] })).toEqual([]);
    expect(errorsOf({ webAddress: 'none' })).toEqual([]);
  });

  test('R12: a price is whole öre', () => {
    const malformed = ['rows.0.listPriceOre: order.price-malformed'];
    expect(errorsOf({ rows: [aRow({ listPriceOre: 1200.5 })] })).toEqual(malformed);
    expect(errorsOf({ rows: [aRow({ listPriceOre: 1e15 })] })).toEqual(malformed);
    expect(errorsOf({ rows: [aRow({ listPriceOre: NaN })] })).toEqual(malformed);
  });

  test('R12: VAT follows the Swedish date of the order', () => {
    const food = aForm({ rows: [aRow({ productClass: 'food' })] });
    const percentAt = (now: string) => {
      const reading = readOrderForm(food, { now, previousOrderInRound: false, webAddressFromOre: 120_000 });
      return reading.ok ? reading.value.rows[0]?.vatPercent : reading.errors;
    };
    expect(percentAt('2026-03-31T21:59:59.999Z')).toBe(12);
    expect(percentAt('2026-03-31T22:00:00.000Z')).toBe(6);
  });

  test('R12: totals are the sums of the rows, whatever the rows', () => {
    const rows = fc.array(
      fc.record({
        product: fc.constant('Paket'),
        productClass: fc.constantFrom('advertising' as const, 'printed-matter' as const, 'food' as const),
        kind: fc.constantFrom('single' as const, 'recurring' as const),
        listPriceOre: fc.integer({ min: 1, max: 10_000_000_000 }),
      }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(rows, (typed) => {
        const reading = read({ rows: typed });
        expect(reading.ok).toBe(true);
        if (!reading.ok) return;
        const { rows: read_, totalOre, totalVatOre } = reading.value;
        expect(totalOre).toBe(typed.reduce((sum, row) => sum + row.listPriceOre, 0));
        expect(totalVatOre).toBe(read_.reduce((sum, row) => sum + row.vatOre, 0));
        expect(Number.isSafeInteger(totalOre + totalVatOre)).toBe(true);
      }),
    );
  });

  test('R13: once per year goes with recurring only', () => {
    const oncePerYear = true;
    expect(errorsOf({ rows: [aRow({ kind: 'single', oncePerYear })] })).toEqual([
      'rows.0.oncePerYear: order.once-per-year-needs-recurring',
    ]);
    expect(read({ rows: [aRow({ kind: 'recurring', oncePerYear })] })).toMatchObject({
      value: { rows: [{ kind: 'recurring', oncePerYear }] },
    });
  });

  test('R14: a directed purchase names who it is for', () => {
    expect(errorsOf({ directedPurchase: {} })).toEqual([
      'directedPurchase.recipientKind: order.recipient-kind-missing',
      'directedPurchase.recipient: order.recipient-missing',
    ]);
    const directedPurchase = { recipientKind: 'school', recipient: 'Björkskolan', classOrDepartment: '4B' } as const;
    expect(read({ directedPurchase })).toMatchObject({ ok: true, value: { directedPurchase } });
  });

  test.each<[string, OrderFormInput['invoice'], string[]]>([
    ['e-mail without an address', { kind: 'e-mail' }, ['invoice.email: order.email-missing']],
    ['e-mail with a malformed one', { kind: 'e-mail', email: 'x' }, ['invoice.email: order.email-malformed']],
    [
      'post without a whole address',
      { kind: 'post', address: { city: 'Umeå' } },
      ['invoice.address.street: order.address-incomplete', 'invoice.address.postcode: order.address-incomplete'],
    ],
    [
      'e-invoice to a wrong id',
      { kind: 'e-invoice', peppolId: '0007:1', gln: '7300010000002' },
      ['invoice.peppolId: order.peppol-id-malformed', 'invoice.gln: order.gln-malformed'],
    ],
  ])('R15: invoice by %s is refused', (_, invoice, errors) => {
    expect(errorsOf({ invoice })).toEqual(errors);
  });

  test('R15: an e-invoice may lack its id, which admin fills in', () => {
    expect(read({ invoice: { kind: 'e-invoice' } })).toMatchObject({ value: { invoice: { kind: 'e-invoice' } } });
    const invoice = { kind: 'e-invoice', peppolId: '0007:556036-0793', gln: '7300010000001' } as const;
    expect(read({ invoice })).toMatchObject({ value: { invoice: { ...invoice, peppolId: '0007:5560360793' } } });
  });

  test('R15: a public body takes e-invoices only', () => {
    const companyNumber = '212000-0142';
    expect(errorsOf({ companyNumber })).toEqual(['invoice.kind: order.public-body-needs-e-invoice']);
    expect(errorsOf({ companyNumber, invoice: { kind: 'e-invoice' } })).toEqual([]);
  });

  test('R19: names that look odd are warned about and stay as typed', () => {
    const changes = { legalName: 'lärande ab', contactFirstName: ' Anna', contactLastName: 'öberg' };
    expect(warningsOf(changes)).toEqual([
      'legalName: order.name-in-lower-case',
      'contactFirstName: order.odd-spacing',
      'contactLastName: order.name-in-lower-case',
    ]);
    expect(read(changes)).toMatchObject({ ok: true, value: changes });
  });

  test('R19: mail domains that look mistyped are warned about, each under its field', () => {
    const changes = { email: 'anna@gmial.com', invoice: { kind: 'e-mail', email: 'anna@hotmial.se' } } as const;
    expect(warningsOf(changes)).toEqual([
      'email: order.email-domain-likely-mistyped',
      'invoice.email: order.email-domain-likely-mistyped',
    ]);
  });

  test('Packages: an odd price is flagged, the package is the threshold below it', () => {
    const rows = [aRow({ listPriceOre: 199_000 })];
    expect(warningsOf({ rows })).toEqual(['rows.0.listPriceOre: order.odd-price']);
    expect(read({ rows })).toMatchObject({ value: { rows: [{ packageOre: 120_000 }] } });
  });

  test('R10: warnings are told beside errors', () => {
    expect(read({ legalName: 'lärande ab', termsDays: 20 })).toMatchObject({
      ok: false,
      errors: [{ field: 'termsDays' }],
      warnings: [{ field: 'legalName' }],
    });
    expect(warningsOf({ rows: [aRow({ listPriceOre: 199_000, product: '' })] })).toHaveLength(1);
  });

  test('R10: reading what was read again changes nothing', () => {
    const form = read({
      note: ' ring innan ',
      marketingName: 'Skapaskolan',
      diplomaAddress: { street: 'Vägen 1', postcode: '123 45', city: 'Umeå' },
    });
    if (!form.ok) throw new Error('the form is whole');
    expect(readOrderForm(form.value, { now: NOW, previousOrderInRound: false, webAddressFromOre: 120_000 })).toEqual(
      form,
    );
  });

  test('a second order in the round is a warning to confirm', () => {
    expect(read({}, true).warnings).toEqual([{ code: 'order.second-in-round', field: 'form' }]);
  });

  test('a diploma address is whole or not given', () => {
    expect(errorsOf({ diplomaAddress: { street: 'Vägen 1', postcode: '123 45' } })).toEqual([
      'diplomaAddress.city: order.address-incomplete',
    ]);
  });
});
