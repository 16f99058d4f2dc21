import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { invoiceSeriesDecider } from '#domain/invoicing/invoice-series.decider';
import { invoiceSeriesStream } from '#events/contracts/stream-names';
import { DecisionRunner } from '#events/deciding/decision-runner';
import type { InvoiceRunDto } from './invoice.dto.js';
import { runShown } from './runs-shown.js';

export class ListInvoiceRuns extends Query<readonly InvoiceRunDto[]> {}

/** From the series itself: one run a day. */
@QueryHandler(ListInvoiceRuns)
export class ListInvoiceRunsHandler implements IQueryHandler<ListInvoiceRuns> {
  constructor(private readonly decisions: DecisionRunner) {}

  async execute(): Promise<readonly InvoiceRunDto[]> {
    const { state } = await this.decisions.load(invoiceSeriesDecider, invoiceSeriesStream());
    return state.runs.map(runShown).reverse();
  }
}
