import { InvoiceRunUnknown } from '#domain/invoicing/invoice-series.errors';
import { runOn, unfinishedRun, type InvoiceRun, type InvoiceSeries } from '#domain/invoicing/invoice-series';
import { invoiceSeriesDecider } from '#domain/invoicing/invoice-series.decider';
import type { DecideInvoiceRun } from '#domain/invoicing/invoice-series.commands';
import type { LocalDate, SellerFacts } from '#events/contracts/index';
import { invoiceSeriesStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { Done } from '../consequences.js';
import type { InvoiceFinder } from '../finding/invoice-finder.js';
import { InvoiceRecording } from './invoice-recording.js';
import { owedDocuments } from './owed-documents.js';

export interface MadeRun {
  readonly run: InvoiceRun;
  /** It had been made before. */
  readonly wasMade: boolean;
  readonly done: readonly Done[];
}

export interface RunAsked {
  readonly issuedOn: LocalDate;
  readonly seller: SellerFacts;
}

/**
 * Numbers first, all of a day in one append to the series; then every order learns its own. Whoever comes after a crash in
 * between records what is left before anything new is decided: no number is missing, and none stands twice.
 */
export class InvoiceRuns {
  private readonly recording: InvoiceRecording;

  constructor(
    private readonly runner: DecisionRunner,
    private readonly finder: InvoiceFinder,
  ) {
    this.recording = new InvoiceRecording(runner);
  }

  async make(asked: RunAsked, cause: Cause): Promise<MadeRun> {
    const before = await this.finishLeftOver(cause);
    const decision = await this.runner.run(
      invoiceSeriesDecider,
      invoiceSeriesStream(),
      (series) => this.decisionOn(series, asked, cause),
      cause,
    );
    const run = runOn(decision.state, asked.issuedOn);
    if (!run) throw new InvoiceRunUnknown();
    const recorded = run.isRecorded ? [] : await this.recording.record(run, cause);
    return { run, wasMade: decision.events.length === 0, done: [...before, decision, ...recorded] };
  }

  private async finishLeftOver(cause: Cause): Promise<readonly Done[]> {
    const { state } = await this.runner.load(invoiceSeriesDecider, invoiceSeriesStream());
    const open = unfinishedRun(state);
    return open ? this.recording.record(open, cause) : [];
  }

  /** Made anew for every try: what is owed is looked up after the state of the series that it is decided on. */
  private async decisionOn(
    series: InvoiceSeries,
    { issuedOn, seller }: RunAsked,
    { actor, occurredAt: now }: Cause,
  ): Promise<DecideInvoiceRun> {
    const isDecidable = !runOn(series, issuedOn) && !unfinishedRun(series);
    const owed = isDecidable ? await owedDocuments({ runner: this.runner, finder: this.finder }, issuedOn, now) : [];
    return { type: 'DecideInvoiceRun', data: { issuedOn, seller, owed, decidedBy: actor, now } };
  }
}
