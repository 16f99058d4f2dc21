import type { InvoiceRun } from '#domain/invoicing/invoice-series';
import type { InvoiceRunDto } from './invoice.dto.js';

export function runShown({ issuedOn, decidedAt, decidedBy, documents, isRecorded }: InvoiceRun): InvoiceRunDto {
  const [first, last] = [documents.at(0), documents.at(-1)];
  const invoices = documents.filter(({ kind }) => kind === 'invoice').length;
  return {
    issuedOn,
    decidedAt,
    decidedBy,
    invoices,
    creditNotes: documents.length - invoices,
    ...(first && last && { firstNumber: first.number, lastNumber: last.number }),
    isRecorded,
  };
}
