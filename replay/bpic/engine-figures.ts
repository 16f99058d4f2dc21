import type { EngineFigures, FigureRow } from '../engine/figures.js';
import type { CallActivity } from './bpic-file.js';
import { userDay, type BpicFigures } from './bpic-truth.js';
import { OUTCOME_OF } from './outcomes.js';

/** The engine's reports on the round, grouped in three ways. */
export interface DeskReports {
  readonly byOutcome: EngineFigures;
  readonly byCaller: EngineFigures;
  readonly byCallerAndDay: EngineFigures;
}

const keyed = (
  rows: readonly FigureRow[],
  key: (row: FigureRow) => string | undefined,
  value: (row: FigureRow) => number,
): ReadonlyMap<string, number> =>
  new Map(rows.flatMap((row) => (key(row) === undefined || value(row) === 0 ? [] : [[key(row) ?? '', value(row)]])));

/** In the terms of the file; `userOf`: account → user of the file. */
export function bpicFigures(reports: DeskReports, userOf: ReadonlyMap<string, string>): BpicFigures {
  const { byOutcome, byCaller, byCallerAndDay } = reports;
  const { totals, callsPerCard } = byOutcome;
  const called = callsPerCard.filter(({ calls }) => calls > 0);
  const user = ({ callerId = '' }: FigureRow): string => userOf.get(callerId) ?? callerId;
  const onDay = (row: FigureRow): string => userDay(user(row), row.day ?? '');
  return {
    calls: totals.calls,
    calledCases: called.reduce((sum, { cards }) => sum + cards, 0),
    handlingSeconds: totals.handlingSeconds,
    byActivity: keyed(byOutcome.rows, activityOf, ({ calls }) => calls),
    byUser: keyed(byCaller.rows, user, ({ calls }) => calls),
    byCallsOnCase: new Map(called.map(({ calls, cards }) => [String(calls), cards])),
    callsByUserAndDay: keyed(byCallerAndDay.rows, onDay, ({ calls }) => calls),
    secondsByUserAndDay: keyed(byCallerAndDay.rows, onDay, ({ handlingSeconds }) => handlingSeconds),
  };
}

const activityOf = ({ outcome }: FigureRow): CallActivity | undefined =>
  // The cast: Object.entries forgets which keys it was given.
  (Object.entries(OUTCOME_OF) as [CallActivity, { readonly outcome: { readonly code: string } }][]).find(
    ([, report]) => report.outcome.code === outcome,
  )?.[0];
