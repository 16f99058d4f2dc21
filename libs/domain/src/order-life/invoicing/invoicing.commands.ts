import type { OrderCredited, OrderInvoiced } from '#events/contracts/index';
import type { Command } from '../../shared/command.js';

export type NumberedInvoice = Omit<OrderInvoiced['data'], 'invoicedAt'> & { readonly kind: 'invoice' };
export type NumberedCreditNote = Omit<OrderCredited['data'], 'creditedAt'> & { readonly kind: 'credit-note' };

/** The numbers stand in the series already: this can only make them known to the order. */
export type RecordInvoicing = Command<
  'RecordInvoicing',
  { readonly documents: readonly (NumberedInvoice | NumberedCreditNote)[] }
>;
