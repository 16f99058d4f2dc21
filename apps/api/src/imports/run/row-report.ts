import type { RowReport, RowVerdict } from '#events/contracts/index';
import type { RowProblem, RowReading } from '../rows/card-draft.js';

/** The card and company that the row led to. */
export type LedTo = Pick<RowReport, 'cardId' | 'companyId'>;

export const refused = (line: number, reasons: readonly RowProblem[], ledTo: LedTo = {}): RowReport => ({
  row: line,
  verdict: 'refused',
  ...ledTo,
  reasons,
});

/** Warnings decide the verdict, notes do not. */
export function kept({ line, problems }: RowReading, ledTo: LedTo, notes: readonly RowProblem[] = []): RowReport {
  const verdict: RowVerdict = problems.length > 0 ? 'accepted-with-warning' : 'accepted';
  return { row: line, verdict, ...ledTo, reasons: [...problems, ...notes] };
}

/** The card takes part in the round already. */
export const duplicate = ({ line, problems }: RowReading, ledTo: LedTo): RowReport => ({
  row: line,
  verdict: 'duplicate',
  ...ledTo,
  reasons: problems,
});
