import type { Instant, NumberedDocument, OrderForm } from '#events/contracts/index';
import { isCompanyInDoubt, type StandingOrder } from '../order.js';
import { electronicAddressOf } from './invoice-address.js';

export type DocumentKind = NumberedDocument['kind'];

/** Why an order that would be invoiced is not: R18 the register objects, R15 there is no id to send it to. */
export type InvoiceHold = 'company-number' | 'e-invoice-id';

/** Empty for an order that awaits no invoice. */
export function holdsOf(order: StandingOrder): readonly InvoiceHold[] {
  if (!awaitsInvoice(order)) return [];
  const { form } = order;
  const lacksId = form.invoice.kind === 'e-invoice' && !electronicAddressOf(form);
  const holds: InvoiceHold[] = isCompanyInDoubt(order) ? ['company-number'] : [];
  return lacksId ? [...holds, 'e-invoice-id'] : holds;
}

/** An invoice that no longer says what holds is taken back as a whole; a new one follows unless it is held. */
export function documentsOwed(order: StandingOrder): readonly DocumentKind[] {
  const owed: DocumentKind[] = order.invoicing.invoice && !isInvoicedAsItStands(order) ? ['credit-note'] : [];
  return awaitsInvoice(order) && holdsOf(order).length === 0 ? [...owed, 'invoice'] : owed;
}

/** From when the documents that are owed may be made; undefined where none is. */
export const invoiceDueAt = (order: StandingOrder): Instant | undefined =>
  documentsOwed(order).length === 0 ? undefined : order.origin.regretUntil;

const awaitsInvoice = (order: StandingOrder): boolean => order.status === 'standing' && !isInvoicedAsItStands(order);

const isInvoicedAsItStands = ({ status, form, invoicing: { invoice } }: StandingOrder): boolean =>
  status === 'standing' && invoice !== undefined && contentOf(invoice.form) === contentOf(form);

/** What an invoice says of an order. */
const INVOICED = [
  'legalName',
  'marketingName',
  'contactFirstName',
  'contactLastName',
  'companyNumber',
  'invoice',
  'termsDays',
  'rows',
] as const satisfies readonly (keyof OrderForm)[];

/** Both come from the same reading of a form, so the fields within stand in the same order. */
const contentOf = (form: OrderForm): string => JSON.stringify(INVOICED.map((field) => form[field]));
