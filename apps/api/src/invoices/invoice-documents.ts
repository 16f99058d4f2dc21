import { documentNumbered, runOn, type InvoiceRun } from '#domain/invoicing/invoice-series';
import { invoiceSeriesDecider } from '#domain/invoicing/invoice-series.decider';
import { InvoiceRunUnfinished, InvoiceRunUnknown, InvoiceUnknown } from '#domain/invoicing/invoice-series.errors';
import { orderDecider } from '#domain/order-life/order-life.decider';
import type { InvoicingEvent, NumberedDocument, OrderEvent } from '#events/contracts/index';
import { invoiceSeriesStream, orderStream } from '#events/contracts/stream-names';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import { inParallel } from '#processes/shared/in-parallel';
import type { InvoiceDocument } from './invoice-document.js';

/** What stands on invoices, from the streams themselves: the same at any time. */
export class InvoiceDocuments {
  constructor(private readonly runner: DecisionRunner) {}

  /** @throws InvoiceRunUnknown, InvoiceRunUnfinished */
  async ofRun(issuedOn: string): Promise<readonly InvoiceDocument[]> {
    const { state } = await this.runner.load(invoiceSeriesDecider, invoiceSeriesStream());
    const run = runOn(state, issuedOn);
    if (!run) throw new InvoiceRunUnknown();
    if (!run.isRecorded) throw new InvoiceRunUnfinished(issuedOn);
    return inParallel(run.documents, (document) => this.read(run, document));
  }

  /** @throws InvoiceUnknown, InvoiceRunUnfinished */
  async numbered(number: number): Promise<InvoiceDocument> {
    const { state } = await this.runner.load(invoiceSeriesDecider, invoiceSeriesStream());
    const found = documentNumbered(state, number);
    if (!found) throw new InvoiceUnknown();
    return this.read(found.run, found.document);
  }

  private async read({ issuedOn, seller }: InvoiceRun, document: NumberedDocument): Promise<InvoiceDocument> {
    const { orderId, number } = document;
    const { events } = await this.runner.load(orderDecider, orderStream(orderId));
    const facts: readonly OrderEvent[] = events;
    const own = facts.filter(isInvoicing).find(({ data }) => data.number === number);
    if (!own) throw new InvoiceRunUnfinished(issuedOn);
    return { ...numberedOf(own), orderId, seller };
  }
}

const isInvoicing = (event: OrderEvent): event is InvoicingEvent =>
  event.type === 'OrderInvoiced' || event.type === 'OrderCredited';

const numberedOf = (event: InvoicingEvent) =>
  event.type === 'OrderInvoiced'
    ? ({ kind: 'invoice', ...event.data } as const)
    : ({ kind: 'credit-note', ...event.data } as const);
