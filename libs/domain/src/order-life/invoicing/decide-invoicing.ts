import type { InvoicingEvent } from '#events/contracts/index';
import type { StandingOrder } from '../order.js';
import type { NumberedCreditNote, NumberedInvoice, RecordInvoicing } from './invoicing.commands.js';

/** Whatever has happened to the order since its number was decided: a number that is taken stays taken. */
export function recordInvoicing({ documents, now }: RecordInvoicing['data'], order: StandingOrder): InvoicingEvent[] {
  const known = new Set(order.invoicing.documents.map(({ number }) => number));
  return documents.filter(({ number }) => !known.has(number)).map((document) => eventOf(document, now));
}

function eventOf(document: NumberedInvoice | NumberedCreditNote, now: string): InvoicingEvent {
  if (document.kind === 'invoice') {
    const { kind: _, ...invoice } = document;
    return { type: 'OrderInvoiced', data: { ...invoice, invoicedAt: now } };
  }
  const { kind: _, ...creditNote } = document;
  return { type: 'OrderCredited', data: { ...creditNote, creditedAt: now } };
}
