import type { InvoiceSeriesEvent } from '#events/contracts/index';
import type { Decider } from '../shared/decider.js';
import { localOf } from '../shared/swedish-calendar.js';
import { evolve, nextNumber, NO_RUNS, runOn, unfinishedRun, type InvoiceSeries } from './invoice-series.js';
import type { DecideInvoiceRun, FinishInvoiceRun, InvoiceSeriesCommand } from './invoice-series.commands.js';
import {
  InvoiceDayIsPast,
  InvoiceDayNotBegun,
  InvoiceRunUnfinished,
  InvoiceRunUnknown,
  NothingToInvoice,
} from './invoice-series.errors.js';

/** One run a day. While one is not recorded no other is decided: what an order owes is known again only after that. */
function decideRun({ now, owed, ...run }: DecideInvoiceRun['data'], series: InvoiceSeries): InvoiceSeriesEvent[] {
  if (runOn(series, run.issuedOn)) return [];
  const open = unfinishedRun(series);
  if (open) throw new InvoiceRunUnfinished(open.issuedOn);
  mustBeNextDay(run.issuedOn, now, series);
  if (owed.length === 0) throw new NothingToInvoice();
  const first = nextNumber(series);
  const documents = owed.map((document, index) => ({ number: first + index, ...document }));
  return [{ type: 'InvoiceRunDecided', data: { ...run, documents, decidedAt: now } }];
}

function mustBeNextDay(issuedOn: string, now: string, { runs }: InvoiceSeries): void {
  const today = localOf(now).date;
  if (issuedOn > today) throw new InvoiceDayNotBegun(today);
  const latest = runs.at(-1)?.issuedOn;
  if (latest !== undefined && issuedOn < latest) throw new InvoiceDayIsPast(latest);
}

function finish({ issuedOn, now }: FinishInvoiceRun['data'], series: InvoiceSeries): InvoiceSeriesEvent[] {
  const run = runOn(series, issuedOn);
  if (!run) throw new InvoiceRunUnknown();
  return run.isRecorded ? [] : [{ type: 'InvoiceRunRecorded', data: { issuedOn, recordedAt: now } }];
}

function decide(command: InvoiceSeriesCommand, series: InvoiceSeries): readonly InvoiceSeriesEvent[] {
  switch (command.type) {
    case 'DecideInvoiceRun':
      return decideRun(command.data, series);
    case 'FinishInvoiceRun':
      return finish(command.data, series);
  }
}

export const invoiceSeriesDecider: Decider<InvoiceSeries, InvoiceSeriesCommand, InvoiceSeriesEvent> = {
  initial: NO_RUNS,
  evolve,
  decide,
};
