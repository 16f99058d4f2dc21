import { create } from 'xmlbuilder2';
import type { SellerFacts } from '#events/contracts/index';
import type { InvoiceDocument } from '../invoice-document.js';
import { lines, totals } from './ubl-amounts.js';
import { CURRENCY, type UblElement } from './ubl-element.js';
import { buyerParty, contactName, sellerParty } from './ubl-parties.js';

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd:';
/** Peppol BIS Billing 3.0 */
const CUSTOMIZATION = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
const PROFILE = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';
/** Orders of an earlier day may hold what XML cannot carry; a mark in its place, for nothing at all may stand in no name. */
const XML = { version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\ufffd' } as const;
/** UNCL 4461: credit transfer, which SE-R-012 asks for within Sweden. */
const CREDIT_TRANSFER = '30';
/** UNCL 1001 */
const [COMMERCIAL_INVOICE, CREDIT_NOTE] = ['380', '381'];

/** Peppol BIS Billing 3 as UBL 2.1; docs/invoices.md says which field comes from where. */
export function ublOf(document: InvoiceDocument): string {
  const [root, body] =
    document.kind === 'invoice' ? ['Invoice', invoice(document)] : ['CreditNote', creditNote(document)];
  const namespaces = {
    '@xmlns': `${UBL}${root}-2`,
    '@xmlns:cac': `${UBL}CommonAggregateComponents-2`,
    '@xmlns:cbc': `${UBL}CommonBasicComponents-2`,
  };
  const written = create(XML, { [root]: { ...namespaces, ...body } });
  return `${written.end({ prettyPrint: true, wellFormed: true })}\n`;
}

type Of<Kind extends InvoiceDocument['kind']> = Extract<InvoiceDocument, { kind: Kind }>;

// The order of the elements is the schema's.

const invoice = (document: Of<'invoice'>): UblElement => ({
  ...head(document),
  'cbc:DueDate': document.dueOn,
  'cbc:InvoiceTypeCode': COMMERCIAL_INVOICE,
  ...references(document),
  ...parties(document),
  'cac:PaymentMeans': paymentMeans(document.seller, document.number),
  'cac:PaymentTerms': { 'cbc:Note': `${document.order.termsDays} dagar netto` },
  ...totals(document.order),
  'cac:InvoiceLine': lines(document.order, 'cbc:InvoicedQuantity'),
});

const creditNote = (document: Of<'credit-note'>): UblElement => ({
  ...head(document),
  'cbc:CreditNoteTypeCode': CREDIT_NOTE,
  ...references(document),
  'cac:BillingReference': {
    'cac:InvoiceDocumentReference': {
      'cbc:ID': String(document.invoice.number),
      'cbc:IssueDate': document.invoice.issuedOn,
    },
  },
  ...parties(document),
  'cac:PaymentTerms': { 'cbc:Note': `Krediterar faktura ${document.invoice.number}` },
  ...totals(document.order),
  'cac:CreditNoteLine': lines(document.order, 'cbc:CreditedQuantity'),
});

const head = ({ number, issuedOn }: InvoiceDocument): UblElement => ({
  'cbc:CustomizationID': CUSTOMIZATION,
  'cbc:ProfileID': PROFILE,
  'cbc:ID': String(number),
  'cbc:IssueDate': issuedOn,
});

/** BT-10: whom the customer's own people are to ask; BT-14: our order, under an own reference that they have not given. */
const references = ({ order, orderId }: InvoiceDocument): UblElement => ({
  'cbc:DocumentCurrencyCode': CURRENCY,
  'cbc:BuyerReference': contactName(order),
  'cac:OrderReference': { 'cbc:ID': 'NA', 'cbc:SalesOrderID': orderId },
});

const parties = ({ seller, order }: InvoiceDocument): UblElement => ({
  'cac:AccountingSupplierParty': { 'cac:Party': sellerParty(seller) },
  'cac:AccountingCustomerParty': { 'cac:Party': buyerParty(order) },
});

const paymentMeans = ({ bankgiro, iban }: SellerFacts, number: number): UblElement => ({
  'cbc:PaymentMeansCode': CREDIT_TRANSFER,
  'cbc:PaymentID': String(number),
  'cac:PayeeFinancialAccount':
    bankgiro === undefined
      ? { 'cbc:ID': iban }
      : { 'cbc:ID': bankgiro, 'cac:FinancialInstitutionBranch': { 'cbc:ID': 'SE:BANKGIRO' } },
});
