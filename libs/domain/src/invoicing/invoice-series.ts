import type { InvoiceRunDecided, InvoiceSeriesEvent, LocalDate, NumberedDocument } from '#events/contracts/index';

export type InvoiceRun = InvoiceRunDecided['data'] & {
  /** Every order of it knows its numbers. */
  readonly isRecorded: boolean;
};

/** All runs, oldest first. At most the last one is not recorded. */
export interface InvoiceSeries {
  readonly runs: readonly InvoiceRun[];
}

export const NO_RUNS: InvoiceSeries = { runs: [] };

const FIRST_NUMBER = 1;

export function nextNumber({ runs }: InvoiceSeries): number {
  const last = runs.at(-1)?.documents.at(-1);
  return last ? last.number + 1 : FIRST_NUMBER;
}

export const runOn = ({ runs }: InvoiceSeries, issuedOn: LocalDate): InvoiceRun | undefined =>
  runs.find((run) => run.issuedOn === issuedOn);

/** The run whose numbers are decided but not yet known to every order. */
export const unfinishedRun = ({ runs }: InvoiceSeries): InvoiceRun | undefined =>
  runs.find(({ isRecorded }) => !isRecorded);

export interface DocumentInRun {
  readonly run: InvoiceRun;
  readonly document: NumberedDocument;
}

export function documentNumbered({ runs }: InvoiceSeries, number: number): DocumentInRun | undefined {
  for (const run of runs) {
    const document = run.documents.find((one) => one.number === number);
    if (document) return { run, document };
  }
  return undefined;
}

export function evolve({ runs }: InvoiceSeries, event: InvoiceSeriesEvent): InvoiceSeries {
  switch (event.type) {
    case 'InvoiceRunDecided':
      return { runs: [...runs, { ...event.data, isRecorded: false }] };
    case 'InvoiceRunRecorded': {
      const { issuedOn } = event.data;
      return { runs: runs.map((run) => (run.issuedOn === issuedOn ? { ...run, isRecorded: true } : run)) };
    }
  }
}
