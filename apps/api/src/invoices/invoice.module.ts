import { Module } from '@nestjs/common';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { InvoiceRuns } from '#processes/invoices/invoice-runs';
import { ReadStore } from '#read-models/store/read-store';
import { ExportInvoicesHandler } from './export-invoices.handler.js';
import { GetInvoiceHandler } from './get-invoice.query.js';
import { GetInvoiceRunHandler } from './get-run.query.js';
import { InvoiceController } from './invoice.controller.js';
import { InvoiceDocuments } from './invoice-documents.js';
import { InvoiceExport } from './invoice-export.js';
import { InvoiceRunController } from './invoice-run.controller.js';
import { ListHeldOrdersHandler } from './list-held.query.js';
import { ListInvoiceRunsHandler } from './list-runs.query.js';
import { MakeInvoiceRunHandler } from './make-run.handler.js';
import { ViewsInvoiceFinder } from './views-invoice-finder.js';

@Module({
  controllers: [InvoiceRunController, InvoiceController],
  providers: [
    {
      provide: InvoiceRuns,
      useFactory: (runner: DecisionRunner, views: ReadStore) => new InvoiceRuns(runner, new ViewsInvoiceFinder(views)),
      inject: [DecisionRunner, ReadStore],
    },
    {
      provide: InvoiceDocuments,
      useFactory: (runner: DecisionRunner) => new InvoiceDocuments(runner),
      inject: [DecisionRunner],
    },
    {
      provide: InvoiceExport,
      useFactory: (runner: DecisionRunner, documents: InvoiceDocuments) => new InvoiceExport(runner, documents),
      inject: [DecisionRunner, InvoiceDocuments],
    },
    MakeInvoiceRunHandler,
    ExportInvoicesHandler,
    ListInvoiceRunsHandler,
    GetInvoiceRunHandler,
    GetInvoiceHandler,
    ListHeldOrdersHandler,
  ],
})
export class InvoiceModule {}
