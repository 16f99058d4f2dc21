import type { InvoiceExportEvent, InvoiceFile } from '#events/contracts/index';
import type { Command } from '../shared/command.js';
import type { Decider } from '../shared/decider.js';
import { DomainError } from '../shared/domain-error.js';

export interface ExportedFile {
  readonly sha256: string;
  /** Re-exports so far. */
  readonly copies: number;
}

/** What has been written of one run. */
export type InvoiceExports = Readonly<Partial<Record<InvoiceFile, ExportedFile>>>;

export type ExportInvoices = Command<
  'ExportInvoices',
  { readonly file: InvoiceFile; readonly sha256: string; readonly exportedBy: string }
>;

/** A copy that is not what was exported the first time would be a second truth. */
export class InvoiceFileDiffers extends DomainError {
  readonly code = 'invoice-run.file-differs';
  constructor(readonly file: InvoiceFile) {
    super(`the ${file} file would differ from the one that was exported first`);
  }
}

function decide({ data: { now, ...asked } }: ExportInvoices, exports: InvoiceExports): InvoiceExportEvent[] {
  const before = exports[asked.file];
  if (!before) return [{ type: 'InvoicesExported', data: { ...asked, exportedAt: now } }];
  if (before.sha256 !== asked.sha256) throw new InvoiceFileDiffers(asked.file);
  return [{ type: 'InvoicesReExported', data: { ...asked, copy: before.copies + 1, exportedAt: now } }];
}

function evolve(exports: InvoiceExports, { type, data }: InvoiceExportEvent): InvoiceExports {
  const copies = type === 'InvoicesExported' ? 0 : data.copy;
  return { ...exports, [data.file]: { sha256: data.sha256, copies } };
}

export const invoiceExportsDecider: Decider<InvoiceExports, ExportInvoices, InvoiceExportEvent> = {
  initial: {},
  evolve,
  decide,
};
