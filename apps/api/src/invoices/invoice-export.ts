import { invoiceExportsDecider } from '#domain/invoicing/invoice-exports.decider';
import type { InvoiceFile } from '#events/contracts/index';
import { invoiceRunStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { Position } from '#events/store/recorded-event';
import type { InvoiceDocuments } from './invoice-documents.js';
import { bytesOf, runFileName, sha256Of } from './invoice-files.js';

export interface ExportedInvoices {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly position?: Position;
}

/** Writes a run's file, and into the log that it was written: the first time, or once more. */
export class InvoiceExport {
  constructor(
    private readonly runner: DecisionRunner,
    private readonly documents: InvoiceDocuments,
  ) {}

  /** @throws InvoiceRunUnknown, InvoiceRunUnfinished, InvoiceBreaksRules, InvoiceFileDiffers */
  async export(issuedOn: string, file: InvoiceFile, cause: Cause): Promise<ExportedInvoices> {
    const bytes = await bytesOf(file, await this.documents.ofRun(issuedOn));
    const data = { file, sha256: sha256Of(bytes), exportedBy: cause.actor, now: cause.occurredAt };
    const command = { type: 'ExportInvoices', data } as const;
    const decision = await this.runner.run(invoiceExportsDecider, invoiceRunStream(issuedOn), command, cause);
    const [event] = decision.events;
    const copy = event?.type === 'InvoicesReExported' ? event.data.copy : undefined;
    const { position } = decision;
    return { name: runFileName(issuedOn, file, copy), bytes, ...(position !== undefined && { position }) };
  }
}
