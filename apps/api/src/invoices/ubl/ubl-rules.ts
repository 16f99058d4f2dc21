import { hasCheckDigit } from '#domain/order-life/invoicing/invoice-address';
import { amountRules } from './ubl-amount-rules.js';
import { partsAt, readUbl, textAt, textsAt } from './ubl-reading.js';
import type { RuledUbl, UblRule } from './ubl-rule.js';

const SELLER = 'AccountingSupplierParty/Party';
const BUYER = 'AccountingCustomerParty/Party';
const COUNTRY = 'PostalAddress/Country/IdentificationCode';
const SWEDISH_RATES: readonly string[] = ['6', '12', '25'];

const states =
  (path: string) =>
  ({ content }: RuledUbl): boolean =>
    textAt(content, path) !== '';
const everyLineStates =
  (...paths: readonly string[]) =>
  ({ lines }: RuledUbl): boolean =>
    lines.every((line) => paths.some((path) => textAt(line, path) !== ''));

/** R049 of the common rules: an id under the Swedish scheme has the right check digit. */
const swedishIdsFit = ({ content }: RuledUbl): boolean =>
  [SELLER, BUYER]
    .flatMap((party) =>
      partsAt(content, `${party}/EndpointID`).concat(partsAt(content, `${party}/PartyLegalEntity/CompanyID`)),
    )
    .filter((id) => textAt(id, '@schemeID') === '0007')
    .every((id) => hasCheckDigit(id.text));

const RULES: readonly UblRule[] = [
  { id: 'BR-01', holds: states('CustomizationID') },
  { id: 'PEPPOL-EN16931-R004', holds: ({ content }) => /:billing:3\.0$/.test(textAt(content, 'CustomizationID')) },
  { id: 'PEPPOL-EN16931-R007', holds: ({ content }) => /:billing:01:1\.0$/.test(textAt(content, 'ProfileID')) },
  { id: 'BR-02', holds: states('ID') },
  { id: 'BR-03', holds: states('IssueDate') },
  {
    id: 'BR-04',
    holds: (ubl) => textAt(ubl.content, `${ubl.root}TypeCode`) === (ubl.root === 'Invoice' ? '380' : '381'),
  },
  { id: 'BR-05', holds: states('DocumentCurrencyCode') },
  { id: 'BR-06', holds: states(`${SELLER}/PartyLegalEntity/RegistrationName`) },
  { id: 'BR-07', holds: states(`${BUYER}/PartyLegalEntity/RegistrationName`) },
  { id: 'BR-09', holds: states(`${SELLER}/${COUNTRY}`) },
  { id: 'BR-11', holds: states(`${BUYER}/${COUNTRY}`) },
  { id: 'BR-16', holds: ({ lines }) => lines.length > 0 },
  { id: 'BR-21', holds: everyLineStates('ID') },
  { id: 'BR-22', holds: everyLineStates('InvoicedQuantity', 'CreditedQuantity') },
  { id: 'BR-23', holds: everyLineStates('InvoicedQuantity/@unitCode', 'CreditedQuantity/@unitCode') },
  { id: 'BR-25', holds: everyLineStates('Item/Name') },
  { id: 'BR-CO-04', holds: everyLineStates('Item/ClassifiedTaxCategory/ID') },
  {
    id: 'BR-50',
    holds: ({ root, content }) =>
      root === 'CreditNote' || textAt(content, 'PaymentMeans/PayeeFinancialAccount/ID') !== '',
  },
  {
    id: 'BR-55',
    holds: ({ root, content }) =>
      root === 'Invoice' || textAt(content, 'BillingReference/InvoiceDocumentReference/ID') !== '',
  },
  {
    id: 'BR-CO-25',
    holds: ({ content }) => partsAt(content, 'DueDate').concat(partsAt(content, 'PaymentTerms/Note')).length > 0,
  },
  { id: 'BR-S-02', holds: states(`${SELLER}/PartyTaxScheme/CompanyID`) },
  { id: 'PEPPOL-EN16931-R003', holds: (ubl) => states('BuyerReference')(ubl) || states('OrderReference/ID')(ubl) },
  { id: 'PEPPOL-EN16931-R010', holds: (ubl) => !ubl.isForPeppol || states(`${BUYER}/EndpointID`)(ubl) },
  { id: 'PEPPOL-EN16931-R020', holds: states(`${SELLER}/EndpointID`) },
  { id: 'PEPPOL-COMMON-R049', holds: swedishIdsFit },
  {
    id: 'SE-R-001',
    holds: ({ content }) => /^SE\d{10}01$/.test(textAt(content, `${SELLER}/PartyTaxScheme/CompanyID`)),
  },
  { id: 'SE-R-004', holds: ({ content }) => /^\d{10}$/.test(textAt(content, `${SELLER}/PartyLegalEntity/CompanyID`)) },
  {
    id: 'SE-R-006',
    holds: ({ content }) =>
      textsAt(content, 'TaxTotal/TaxSubtotal/TaxCategory/Percent').every((rate) => SWEDISH_RATES.includes(rate)),
  },
  ...amountRules,
];

/** The rules that the file breaks; empty for one that may be sent. @throws XmlParseError */
export function brokenRules(xml: string, isForPeppol: boolean): readonly string[] {
  const { root, content } = readUbl(xml);
  const ubl = { root, content, lines: partsAt(content, `${root}Line`), isForPeppol };
  return RULES.filter(({ holds }) => !holds(ubl)).map(({ id }) => id);
}
