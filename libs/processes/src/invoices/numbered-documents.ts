import { dueOn } from '#domain/invoicing/amounts';
import type { NumberedCreditNote, NumberedInvoice } from '#domain/order-life/invoicing/invoicing.commands';
import type { StandingOrder } from '#domain/order-life/order';
import type { LocalDate, NumberedDocument } from '#events/contracts/index';

/** What the documents of an order say: the order as it was when their numbers were decided. */
export const numberedDocuments = (
  order: StandingOrder,
  issuedOn: LocalDate,
  documents: readonly NumberedDocument[],
): readonly (NumberedInvoice | NumberedCreditNote)[] =>
  documents.map(({ number, kind }) =>
    kind === 'invoice' ? invoiceOf(order, issuedOn, number) : creditNoteOf(order, issuedOn, number),
  );

const invoiceOf = ({ form: order }: StandingOrder, issuedOn: LocalDate, number: number): NumberedInvoice => ({
  kind: 'invoice',
  number,
  issuedOn,
  dueOn: dueOn(issuedOn, order.termsDays),
  order,
});

function creditNoteOf({ invoicing }: StandingOrder, issuedOn: LocalDate, number: number): NumberedCreditNote {
  if (!invoicing.invoice) throw new Error('a credit note was decided for an order without an invoice');
  const { form: order, ...invoice } = invoicing.invoice;
  return { kind: 'credit-note', number, issuedOn, invoice, order };
}
