import type { OutcomeCause, OutcomeCode } from '#events/contracts/index';
import type { Range, ReadStore } from '../store/read-store.js';
import { daysOf } from './asked.js';
import { caseAges, type CaseAgeRow } from './case-ages.js';
import { listed, type ListCursor, type Listed } from './listed.js';
import { orderSales, type OrderSalesRow } from './order-sales.projection.js';
import { orderMails, type OrderMailRow } from './order-mails.js';
import { agesAt, kindsOf, rangeOf, type CaseAge, type CasesAsked } from './read-cases.js';
import type { ConversionAsked } from './read-conversion.js';
import { MAIL_STATES, type MailsAsked } from './read-mails.js';
import type { SalesAsked } from './read-order-sales.js';
import { roundOutcomes, type Result, type RoundOutcomeRow } from './round-outcomes.js';
import { isAsked } from './sales.js';

interface PageAsked {
  readonly after: ListCursor;
  readonly limit: number;
}

/** The orders that figures of orders are added up from, by round and day. */
export function listOrders(store: ReadStore, asked: SalesAsked, page: PageAsked): Promise<Listed<OrderSalesRow>> {
  const ranges = asked.roundIds.map((roundId): Range<OrderSalesRow> => ({
    index: 'of-round',
    equals: { roundId },
    ...daysOf(asked),
  }));
  const matches = ({ callerId, taken, now }: OrderSalesRow): boolean =>
    (asked.callerId === undefined || callerId === asked.callerId) &&
    [...taken, ...now].some((line) => isAsked(line, asked));
  return listed(store, orderSales, { ranges, matches, ...page });
}

/** The orders behind the report of mail delivery, by round, state of the mail and day. */
export function listMails(store: ReadStore, asked: MailsAsked, page: PageAsked): Promise<Listed<OrderMailRow>> {
  const states = asked.mail === undefined ? MAIL_STATES : [asked.mail];
  const ranges = asked.roundIds.flatMap((roundId) =>
    states.map((mail): Range<OrderMailRow> => ({ index: 'of-round', equals: { roundId, mail }, ...daysOf(asked) })),
  );
  const matches = ({ callerId }: OrderMailRow): boolean => asked.callerId === undefined || callerId === asked.callerId;
  return listed(store, orderMails, { ranges, matches, ...page });
}

export interface CasesListed extends CasesAsked {
  readonly status?: CaseAgeRow['status'];
  /** Open ones of this age. */
  readonly age?: CaseAge;
}

const CASE_STATUSES = ['new', 'taken', 'done'] as const satisfies readonly CaseAgeRow['status'][];

/** The cases behind their report, by kind, status and day. */
export function listCases(store: ReadStore, asked: CasesListed, page: PageAsked): Promise<Listed<CaseAgeRow>> {
  const { age, now } = asked;
  const statuses = CASE_STATUSES.filter((status) => status === (asked.status ?? status));
  const ranges = kindsOf(asked).flatMap((kind) => statuses.map((status) => rangeOf(kind, status, asked)));
  const ageOf = agesAt(now);
  const matches = ({ status, raisedAt }: CaseAgeRow): boolean =>
    age === undefined || (status !== 'done' && ageOf(raisedAt) === age);
  return listed(store, caseAges, { ranges, matches, ...page });
}

export interface OutcomesAsked extends ConversionAsked {
  readonly results: readonly Result[];
  readonly outcome?: OutcomeCode;
  readonly cause?: OutcomeCause;
  readonly attempt?: number;
}

/** Orders first. */
export const ALL_RESULTS: readonly Result[] = ['order-by-call', 'order-otherwise', 'call', 'other'];
/** What conversion counts. */
export const CONVERSION_RESULTS = ALL_RESULTS.filter((result) => result !== 'other');

/** The outcomes behind figures and conversion, by round, result and day. */
export function listOutcomes(
  store: ReadStore,
  asked: OutcomesAsked,
  page: PageAsked,
): Promise<Listed<RoundOutcomeRow>> {
  const ranges = asked.roundIds.flatMap((roundId) =>
    asked.results.map((result): Range<RoundOutcomeRow> => ({
      index: 'of-round',
      equals: { roundId, result },
      ...daysOf(asked),
    })),
  );
  const { callerId, outcome, cause, attempt, call, path } = asked;
  const wanted = Object.entries({ callerId, outcome, cause, attempt, call, path }).filter(([, is]) => is !== undefined);
  // The cast: the names of the row's own fields.
  const matches = (row: RoundOutcomeRow): boolean =>
    wanted.every(([field, is]) => row[field as keyof RoundOutcomeRow] === is);
  return listed(store, roundOutcomes, { ranges, matches, ...page });
}
