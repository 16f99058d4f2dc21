import type { InvoiceRunDecided, NumberedDocument } from '#events/contracts/index';
import type { Command } from '../shared/command.js';

/** What the orders of a day owe, each as it was at a revision; the series gives the numbers. */
export type DecideInvoiceRun = Command<
  'DecideInvoiceRun',
  Omit<InvoiceRunDecided['data'], 'documents' | 'decidedAt'> & {
    readonly owed: readonly Omit<NumberedDocument, 'number'>[];
  }
>;
export type FinishInvoiceRun = Command<'FinishInvoiceRun', { readonly issuedOn: string }>;

export type InvoiceSeriesCommand = DecideInvoiceRun | FinishInvoiceRun;
