import type { NumberedCreditNote, NumberedInvoice } from '#domain/order-life/invoicing/invoicing.commands';
import type { SellerFacts } from '#events/contracts/index';

/** One invoice or credit note with everything that stands on it; made from events alone, so that it never changes. */
export type InvoiceDocument = (NumberedInvoice | NumberedCreditNote) & {
  readonly orderId: string;
  readonly seller: SellerFacts;
};

/** `invoice-17.xml` */
export const fileNameOf = ({ kind, number }: Pick<InvoiceDocument, 'kind' | 'number'>): string =>
  `${kind}-${number}.xml`;
