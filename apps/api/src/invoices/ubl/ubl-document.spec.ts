import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { OrderRow, SellerFacts } from '#events/contracts/index';
import type { InvoiceDocument } from '../invoice-document.js';
import { CREDIT_NOTE, FORM, INVOICE, SELLER } from '../testing/sample-documents.js';
import { checkedUbl } from './checked-ubl.js';
import { ublOf } from './ubl-document.js';
import { readUbl, textAt, textsAt } from './ubl-reading.js';

const golden = (name: string): string => readFileSync(`test/fixtures/invoices/${name}.xml`, 'utf8');
const read = (document: InvoiceDocument) => readUbl(checkedUbl(document)).content;
const SELLER_PARTY = 'AccountingSupplierParty/Party';
const BUYER_PARTY = 'AccountingCustomerParty/Party';

describe('an invoice as UBL', () => {
  // The two files were held to the published rules of EN 16931 and of Peppol BIS Billing 3: docs/decisions/0055 says how.
  test('is the file that the published rules were tried on', () => {
    expect(ublOf(INVOICE)).toBe(golden('invoice-17'));
    expect(ublOf(CREDIT_NOTE)).toBe(golden('credit-note-18'));
  });

  test('R12, R15: says what was agreed to one who reads it', () => {
    const content = read(INVOICE);
    const told = (path: string) => textAt(content, path);
    expect([told('ID'), told('IssueDate'), told('DueDate')]).toEqual(['17', '2026-11-23', '2026-12-23']);
    expect(told(`${BUYER_PARTY}/EndpointID`)).toBe('5560160680');
    expect(told(`${BUYER_PARTY}/PartyLegalEntity/RegistrationName`)).toBe('Lärande i <Huddinge> AB');
    expect(told('PaymentMeans/PayeeFinancialAccount/ID')).toBe('50501055');
    expect(textsAt(content, 'InvoiceLine/Item/Name')).toEqual(['Annons, halvsida & logotyp', 'Skolkatalog']);
    expect(textsAt(content, 'TaxTotal/TaxSubtotal/TaxCategory/Percent')).toEqual(['25', '6']);
    expect(told('LegalMonetaryTotal/PayableAmount')).toBe('3000.11');
  });

  test('that is taken back is named by the credit note', () => {
    const content = read(CREDIT_NOTE);
    expect(textAt(content, 'BillingReference/InvoiceDocumentReference/ID')).toBe('17');
    expect(textAt(content, 'LegalMonetaryTotal/PayableAmount')).toBe('3000.11');
    expect(textsAt(content, 'DueDate')).toEqual([]);
  });

  test('by post has the address, one whose company number fails its check digit (R10) no address in Peppol', () => {
    const address = { street: 'Gatan 1', postcode: '123 45', city: 'Handen' };
    const byPost = read({ ...INVOICE, order: { ...FORM, invoice: { kind: 'post', address } } });
    expect(textAt(byPost, `${BUYER_PARTY}/PostalAddress/CityName`)).toBe('Handen');
    const order = { ...FORM, companyNumber: '5560160681', invoice: { kind: 'e-mail', email: 'f@x.example' } } as const;
    expect(textsAt(read({ ...INVOICE, order }), `${BUYER_PARTY}/EndpointID`)).toEqual([]);
  });

  test('has a mark in place of what XML cannot carry, such as older orders may hold', () => {
    const [row] = FORM.rows;
    const order = {
      ...FORM,
      legalName: '\u0001',
      marketingName: 'Skola\ufffe',
      contactFirstName: 'An\ud800na',
      invoice: { kind: 'post', address: { street: 'Gatan\u001b 1', postcode: '123 45', city: 'Handen\uffff' } },
      rows: [{ ...row, product: 'Diplom\u0001paket\t\u{1f600}' }] as OrderRow[],
    } as const;
    const content = read({ ...INVOICE, order });
    expect(textAt(content, `${BUYER_PARTY}/PartyLegalEntity/RegistrationName`)).toBe('\ufffd');
    expect(textAt(content, `${BUYER_PARTY}/PartyName/Name`)).toBe('Skola\ufffd');
    expect(textAt(content, 'BuyerReference')).toBe('An\ufffdna Öberg');
    expect(textAt(content, `${BUYER_PARTY}/PostalAddress/StreetName`)).toBe('Gatan\ufffd 1');
    expect(textsAt(content, 'InvoiceLine/Item/Name')).toEqual(['Diplom\ufffdpaket\t\u{1f600}']);
  });

  test('that the XML library refuses is named', () => {
    const [row] = FORM.rows;
    // More than libxml2 takes of one text.
    const rows = [{ ...row, product: 'x'.repeat(10_000_001) }] as OrderRow[];
    const refused = { code: 'invoice.breaks-rules', number: 17, rules: ['XML 1.0'] };
    expect(() => checkedUbl({ ...INVOICE, order: { ...FORM, rows } })).toThrow(expect.objectContaining(refused));
  });

  test('is paid to an IBAN where there is no bankgiro, and says nothing of F-tax where there is none', () => {
    const { bankgiro: _, ...others } = SELLER;
    const seller: SellerFacts = { ...others, iban: 'SE4550000000058398257466', fTax: false };
    const content = read({ ...INVOICE, seller });
    expect(textAt(content, 'PaymentMeans/PayeeFinancialAccount/ID')).toBe('SE4550000000058398257466');
    expect(textsAt(content, `${SELLER_PARTY}/PartyTaxScheme/TaxScheme/ID`)).toEqual(['VAT']);
  });
});
