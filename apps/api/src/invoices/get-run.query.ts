import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { invoiceExportsDecider } from '#domain/invoicing/invoice-exports.decider';
import { runOn } from '#domain/invoicing/invoice-series';
import { invoiceSeriesDecider } from '#domain/invoicing/invoice-series.decider';
import { InvoiceRunUnknown } from '#domain/invoicing/invoice-series.errors';
import type { InvoiceExportEvent } from '#events/contracts/index';
import { invoiceRunStream, invoiceSeriesStream } from '#events/contracts/stream-names';
import { DecisionRunner } from '#events/deciding/decision-runner';
import type { ExportOfRunDto, InvoiceRunWholeDto } from './invoice.dto.js';
import { runFileName } from './invoice-files.js';
import { runShown } from './runs-shown.js';

export class GetInvoiceRun extends Query<InvoiceRunWholeDto> {
  constructor(readonly issuedOn: string) {
    super();
  }
}

@QueryHandler(GetInvoiceRun)
export class GetInvoiceRunHandler implements IQueryHandler<GetInvoiceRun> {
  constructor(private readonly decisions: DecisionRunner) {}

  async execute({ issuedOn }: GetInvoiceRun): Promise<InvoiceRunWholeDto> {
    const { state } = await this.decisions.load(invoiceSeriesDecider, invoiceSeriesStream());
    const run = runOn(state, issuedOn);
    if (!run) throw new InvoiceRunUnknown();
    const { events } = await this.decisions.load(invoiceExportsDecider, invoiceRunStream(issuedOn));
    return {
      ...runShown(run),
      documents: run.documents.map(({ number, kind, orderId }) => ({ number, kind, orderId })),
      exports: events.map((event) => exportShown(issuedOn, event)),
    };
  }
}

function exportShown(issuedOn: string, { type, data }: InvoiceExportEvent): ExportOfRunDto {
  const { file, exportedAt, sha256 } = data;
  const copy = type === 'InvoicesReExported' ? data.copy : undefined;
  return { file, name: runFileName(issuedOn, file, copy), isReExport: copy !== undefined, exportedAt, sha256 };
}
