import type { ImportCompleted, ImportEvent, ImportStarted, Instant, RowReport } from '#events/contracts/index';

export type RowCounts = ImportCompleted['data']['counts'];

/** One run of one file into one round. */
export interface StartedImport extends Omit<ImportStarted['data'], 'startedBy' | 'startedAt'> {
  readonly status: 'started';
  /** Where a restart resumes: the line reported last; 1, the heading, before any. */
  readonly lastRow: number;
  readonly counts: RowCounts;
  readonly completedAt?: Instant;
}

export type ImportRun = { readonly status: 'unstarted' } | StartedImport;

export const UNSTARTED: ImportRun = { status: 'unstarted' };

const HEADING_ROW = 1;
const NO_ROWS: RowCounts = { accepted: 0, 'accepted-with-warning': 0, duplicate: 0, refused: 0 };

export function evolve(run: ImportRun, event: ImportEvent): ImportRun {
  if (event.type === 'ImportStarted') return started(event.data);
  return run.status === 'unstarted' ? run : continued(run, event);
}

const started = ({ startedBy: _by, startedAt: _at, ...run }: ImportStarted['data']): StartedImport => ({
  ...run,
  status: 'started',
  lastRow: HEADING_ROW,
  counts: NO_ROWS,
});

function continued(run: StartedImport, { type, data }: Exclude<ImportEvent, ImportStarted>): StartedImport {
  switch (type) {
    case 'ImportRowsReported':
      return { ...run, lastRow: data.rows.at(-1)?.row ?? run.lastRow, counts: counted(run.counts, data.rows) };
    case 'ImportCompleted':
      return { ...run, completedAt: data.completedAt };
  }
}

const counted = (counts: RowCounts, rows: readonly RowReport[]): RowCounts =>
  rows.reduce((sum, { verdict }) => ({ ...sum, [verdict]: sum[verdict] + 1 }), counts);
