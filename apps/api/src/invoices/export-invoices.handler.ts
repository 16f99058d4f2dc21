import { StreamableFile } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { InvoiceFile } from '#events/contracts/index';
import type { Cause } from '#events/deciding/cause';
import { CSV_TYPE } from '../shared/csv.js';
import { Saved } from '../shared/saved.js';
import { InvoiceExport } from './invoice-export.js';

const TYPES: Readonly<Record<InvoiceFile, string>> = { csv: CSV_TYPE, ubl: 'application/zip' };

export class ExportInvoices extends Command<Saved<StreamableFile>> {
  constructor(
    readonly issuedOn: string,
    readonly file: InvoiceFile,
    readonly cause: Cause,
  ) {
    super();
  }
}

@CommandHandler(ExportInvoices)
export class ExportInvoicesHandler implements ICommandHandler<ExportInvoices> {
  constructor(private readonly exporting: InvoiceExport) {}

  async execute({ issuedOn, file, cause }: ExportInvoices): Promise<Saved<StreamableFile>> {
    const { bytes, name, position } = await this.exporting.export(issuedOn, file, cause);
    const options = { type: TYPES[file], disposition: `attachment; filename="${name}"` };
    return new Saved(new StreamableFile(bytes, options), position);
  }
}
