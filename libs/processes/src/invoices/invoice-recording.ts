import { invoiceSeriesDecider } from '#domain/invoicing/invoice-series.decider';
import { orderDecider } from '#domain/order-life/order-life.decider';
import { foldOf } from '#domain/shared/decider';
import type { InvoiceRunDecided, LocalDate, NumberedDocument } from '#events/contracts/index';
import { invoiceSeriesStream, orderStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { Done } from '../consequences.js';
import { inParallel } from '../shared/in-parallel.js';
import { numberedDocuments } from './numbered-documents.js';

/** Tells every order of a run the numbers that were decided for it. Done twice it changes nothing. */
export class InvoiceRecording {
  constructor(private readonly runner: DecisionRunner) {}

  async record(run: InvoiceRunDecided['data'], cause: Cause): Promise<readonly Done[]> {
    const { issuedOn, documents } = run;
    const ofOrders = [...Map.groupBy(documents, ({ orderId }) => orderId)];
    const recorded = await inParallel(ofOrders, ([orderId, own]) => this.tellOrder(orderId, own, issuedOn, cause));
    const step = followingFrom(cause, `invoices-recorded/${issuedOn}`);
    const command = { type: 'FinishInvoiceRun', data: { issuedOn, now: cause.occurredAt } } as const;
    return [...recorded, await this.runner.run(invoiceSeriesDecider, invoiceSeriesStream(), command, step)];
  }

  private async tellOrder(
    orderId: string,
    own: readonly NumberedDocument[],
    issuedOn: LocalDate,
    cause: Cause,
  ): Promise<Done> {
    const stream = orderStream(orderId);
    const { events } = await this.runner.load(orderDecider, stream);
    const seen = events.filter(({ revision }) => revision <= (own[0]?.orderRevision ?? 0));
    const order = foldOf(orderDecider, seen);
    if (order.status === 'unregistered') throw new Error('a number was decided for an order that is not registered');
    const data = { documents: numberedDocuments(order, issuedOn, own), now: cause.occurredAt };
    const step = followingFrom(cause, `invoiced/${issuedOn}/${orderId}`);
    return this.runner.run(orderDecider, stream, { type: 'RecordInvoicing', data }, step);
  }
}
