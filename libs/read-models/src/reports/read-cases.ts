import { CASE_KINDS } from '#domain/case/kinds';
import { beforeWorkingMinutes } from '#domain/shared/working-hours';
import type { CaseKind, Instant, LocalDate } from '#events/contracts/index';
import { pagesOf } from '../store/pages-of.js';
import type { Range, ReadStore } from '../store/read-store.js';
import { added, AddedUp, type Group } from './added-up.js';
import { caseAges, type CaseAgeRow } from './case-ages.js';

export const CASE_DIMENSIONS = ['kind', 'day'] as const;
export type CaseDimension = (typeof CASE_DIMENSIONS)[number];
export type CaseGroup = Pick<CaseAgeRow, CaseDimension>;

/** How long an open case has waited, in office hours: an hour, a working day of nine, a week of five such days. */
export const CASE_AGES = ['under-hour', 'under-day', 'under-week', 'older'] as const;
export type CaseAge = (typeof CASE_AGES)[number];

const HOUR = 60;
const DAY = 9 * HOUR;
const WEEK = 5 * DAY;

export interface CasesAsked {
  readonly kind?: CaseKind;
  /** First and last day of their raising, themselves included. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly now: Instant;
}

/** What is added up: raised = open + done, and open = the four ages. The definitions stand in case-definitions.ts. */
export interface Cases {
  readonly raised: number;
  readonly open: number;
  readonly openUnderHour: number;
  readonly openUnderDay: number;
  readonly openUnderWeek: number;
  readonly openOlder: number;
  readonly taken: number;
  readonly done: number;
}

export const NO_CASES: Cases = {
  raised: 0,
  open: 0,
  openUnderHour: 0,
  openUnderDay: 0,
  openUnderWeek: 0,
  openOlder: 0,
  taken: 0,
  done: 0,
};

const COLUMN_OF = {
  'under-hour': 'openUnderHour',
  'under-day': 'openUnderDay',
  'under-week': 'openUnderWeek',
  older: 'openOlder',
} as const satisfies Record<CaseAge, keyof Cases>;

export interface CasesRead {
  /** In the order of the dimensions asked for. */
  readonly groups: readonly Group<Partial<CaseGroup>, Cases>[];
  readonly totals: Cases;
}

/** Done ones from kept counters; open ones row by row, for their age is another at every moment. */
export async function readCases(
  store: ReadStore,
  asked: CasesAsked,
  groupBy: readonly CaseDimension[],
): Promise<CasesRead> {
  const sums = new AddedUp<Partial<CaseGroup>, Cases>(groupBy, NO_CASES);
  let totals = NO_CASES;
  for await (const { of, measures } of portionsOf(store, asked)) {
    totals = added(totals, measures);
    sums.add(Object.fromEntries(groupBy.map((field) => [field, of[field]])), measures);
  }
  return { groups: sums.sorted(), totals };
}

interface Portion {
  readonly of: CaseGroup;
  readonly measures: Cases;
}

async function* portionsOf(store: ReadStore, asked: CasesAsked): AsyncGenerator<Portion> {
  const ageOf = agesAt(asked.now);
  for (const kind of kindsOf(asked)) {
    for (const status of ['new', 'taken'] as const) {
      for await (const rows of pagesOf(store, caseAges, rangeOf(kind, status, asked)))
        yield* rows.map((row) => ({ of: row, measures: openOne(row, ageOf(row.raisedAt)) }));
    }
    for (const { values, count } of await store.counts(caseAges, ['kind', 'status', 'day'], [kind, 'done'])) {
      const day = String(values[2]);
      if (isWithin(day, asked)) yield { of: { kind, day }, measures: { ...NO_CASES, raised: count, done: count } };
    }
  }
}

export const kindsOf = ({ kind }: CasesAsked): readonly CaseKind[] => (kind === undefined ? CASE_KINDS : [kind]);

export const rangeOf = (kind: CaseKind, status: CaseAgeRow['status'], { from, to }: CasesAsked): Range<CaseAgeRow> => ({
  index: 'of-kind',
  equals: { kind, status },
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
});

const openOne = ({ status }: CaseAgeRow, age: CaseAge): Cases => ({
  ...NO_CASES,
  raised: 1,
  open: 1,
  taken: status === 'taken' ? 1 : 0,
  [COLUMN_OF[age]]: 1,
});

/** How old what was raised at a moment is now. */
export function agesAt(now: Instant): (raisedAt: Instant) => CaseAge {
  const anHourAgo = beforeWorkingMinutes(now, HOUR);
  const aDayAgo = beforeWorkingMinutes(now, DAY);
  const aWeekAgo = beforeWorkingMinutes(now, WEEK);
  return (raisedAt) => {
    if (raisedAt <= aWeekAgo) return 'older';
    if (raisedAt <= aDayAgo) return 'under-week';
    return raisedAt <= anHourAgo ? 'under-day' : 'under-hour';
  };
}

const isWithin = (day: LocalDate, { from, to }: CasesAsked): boolean =>
  (from === undefined || day >= from) && (to === undefined || day <= to);
