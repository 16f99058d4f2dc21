import type { InvoicingEvent, LocalDate, NumberedDocument, OrderForm } from '#events/contracts/index';

export type InvoicingDocument = Pick<NumberedDocument, 'number' | 'kind'> & { readonly issuedOn: LocalDate };

/** An invoice that has not been taken back. */
export interface StandingInvoice {
  readonly number: number;
  readonly issuedOn: LocalDate;
  /** The order as it stands there. */
  readonly form: OrderForm;
}

export interface Invoicing {
  /** Absent before the first, and after it was credited. */
  readonly invoice?: StandingInvoice;
  /** Every one, oldest first. */
  readonly documents: readonly InvoicingDocument[];
}

export const NOT_INVOICED: Invoicing = { documents: [] };

export function invoicingAfter({ documents }: Invoicing, { type, data }: InvoicingEvent): Invoicing {
  const { number, issuedOn, order: form } = data;
  switch (type) {
    case 'OrderInvoiced':
      return {
        invoice: { number, issuedOn, form },
        documents: [...documents, { number, kind: 'invoice', issuedOn }],
      };
    case 'OrderCredited':
      return { documents: [...documents, { number, kind: 'credit-note', issuedOn }] };
  }
}
