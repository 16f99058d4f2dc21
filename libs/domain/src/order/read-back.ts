import type { InvoiceRoute, Language, OrderForm, OrderRow, PostalAddress } from '#events/contracts/index';
import { maskCompanyNumber } from '../shared/company-number.js';
import { formatOre } from '../shared/money.js';
import { READ_BACK_TEXTS, type ReadBackTexts } from './read-back.texts.js';
import { HAS_NO_EMAIL, HAS_NO_WEB_ADDRESS } from './order-form-input.js';

export interface ReadBackLines {
  readonly buyer: string;
  readonly contact: string;
  readonly rows: readonly string[];
  /** R14 */
  readonly directed: readonly string[];
  /** R14: where the diploma goes, if elsewhere. R11: the web address, where there is one. */
  readonly addresses: readonly string[];
  readonly total: string;
  readonly terms: string;
}

/**
 * What the caller reads aloud before the customer says yes; kept in the order as evidence of what was agreed.
 * A sole trader's company number is masked: the text travels further than the form.
 */
export function readBackOf(order: OrderForm, language: Language): string {
  const { buyer, contact, rows, directed, addresses, total, terms } = readBackLines(order, language);
  return [buyer, contact, ...rows, ...directed, ...addresses, total, terms].join('\n');
}

/** The same by what it speaks of. */
export function readBackLines(order: OrderForm, language: Language): ReadBackLines {
  const texts = READ_BACK_TEXTS[language];
  const money = (ore: number): string => formatOre(ore, language);
  return {
    buyer: texts.buyer(nameOf(order), maskCompanyNumber(order.companyNumber)),
    contact: texts.contact(`${order.contactFirstName} ${order.contactLastName}`, emailOf(order)),
    rows: order.rows.map((row) => rowText(row, texts, money)),
    directed: directedText(order, texts),
    addresses: addressTexts(order, texts),
    total: texts.total(money(order.totalOre), money(order.totalVatOre), money(order.totalOre + order.totalVatOre)),
    terms: texts.terms(invoiceText(order.invoice, texts), order.termsDays),
  };
}

const nameOf = ({ legalName, marketingName }: OrderForm): string =>
  marketingName ? `${legalName} (${marketingName})` : legalName;

const emailOf = ({ email }: OrderForm): string | undefined => (email === HAS_NO_EMAIL ? undefined : email);

const rowText = (row: OrderRow, texts: ReadBackTexts, money: (ore: number) => string): string =>
  texts.row({
    product: row.product,
    frequency: texts.frequency[frequencyOf(row)],
    price: money(row.listPriceOre),
    vatPercent: row.vatPercent,
    vat: money(row.vatOre),
  });

/** R13 */
function frequencyOf({ kind, oncePerYear }: OrderRow): keyof ReadBackTexts['frequency'] {
  if (kind === 'single') return 'single';
  return oncePerYear ? 'oncePerYear' : 'twicePerYear';
}

/** R14 */
function directedText({ directedPurchase }: OrderForm, texts: ReadBackTexts): readonly string[] {
  if (!directedPurchase) return [];
  const { recipient, classOrDepartment } = directedPurchase;
  return [texts.directedTo(classOrDepartment ? `${recipient}, ${classOrDepartment}` : recipient)];
}

function addressTexts({ diplomaAddress, webAddress }: OrderForm, texts: ReadBackTexts): readonly string[] {
  const hasWebAddress = webAddress !== undefined && webAddress !== HAS_NO_WEB_ADDRESS;
  return [
    ...(diplomaAddress ? [texts.diplomaTo(placeOf(diplomaAddress))] : []),
    ...(hasWebAddress ? [texts.webAddress(webAddress)] : []),
  ];
}

const placeOf = ({ name, street, postcode, city }: PostalAddress): string =>
  [...(name === undefined ? [] : [name]), street, `${postcode} ${city}`].join(', ');

function invoiceText(invoice: InvoiceRoute, texts: ReadBackTexts): string {
  switch (invoice.kind) {
    case 'post':
      return texts.invoiceByPost(placeOf(invoice.address));
    case 'e-mail':
      return texts.invoiceByEmail(invoice.email);
    case 'e-invoice':
      return texts.eInvoice;
  }
}
