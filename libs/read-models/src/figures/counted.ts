import { codeOf } from '#domain/card/outcome-codes';
import { msOf } from '#domain/shared/instant';
import { localOf } from '#domain/shared/stockholm-time';
import type { CallStarted, Instant, LocalDate, OutcomeCode, OutcomeEvent, OutcomeFacts } from '#events/contracts/index';
import { CALL_STARTED, NO_MEASURES, type FigureKind, type Measures } from './figure-row.js';

/** What one fact adds to, and takes from when it is corrected (R21). */
export interface Counted {
  readonly kind: FigureKind;
  readonly measures: Measures;
}

export type RecordedOutcome = OutcomeFacts & { readonly code: OutcomeCode };

export const recordedOutcome = ({ type, data }: OutcomeEvent): RecordedOutcome => ({ ...data, code: codeOf(type) });

export const valueOf = (event: OutcomeEvent): number => (event.type === 'OrderTaken' ? event.data.order.totalOre : 0);

const dayByHour = new Map<string, LocalDate>();

/** In Europe/Stockholm. The day does not change within an hour of UTC, and a log asks for the same hours again and again. */
export function dayOf(at: Instant): LocalDate {
  const hour = at.slice(0, '2026-11-23T08'.length);
  const known = dayByHour.get(hour);
  if (known) return known;
  const { date } = localOf(at);
  dayByHour.set(hour, date);
  return date;
}

export function kindOf({ roundId, callerId, startedAt, endedAt, attempt, cause, code }: RecordedOutcome): FigureKind {
  return { roundId, day: dayOf(startedAt ?? endedAt), callerId, outcome: code, attempt, cause };
}

export function countedOutcome(outcome: RecordedOutcome, orderValueOre: number): Counted {
  const isOrder = outcome.code === 'order';
  return {
    kind: kindOf(outcome),
    measures: {
      ...NO_MEASURES,
      ...(outcome.cause === 'call' && measuresOfCall(outcome)),
      outcomes: 1,
      attempts: outcome.countsAsAttempt ? 1 : 0,
      orders: isOrder ? 1 : 0,
      orderValueOre: isOrder ? orderValueOre : 0,
    },
  };
}

const measuresOfCall = ({ spokeWith, talkSeconds = 0, startedAt, endedAt }: OutcomeFacts): Partial<Measures> => ({
  calls: 1,
  contacts: spokeWith === 'nobody' ? 0 : 1,
  decisionMakers: spokeWith === 'decision-maker' ? 1 : 0,
  talkSeconds,
  handlingMs: startedAt === undefined ? 0 : msOf(endedAt) - msOf(startedAt),
});

export const countedStart = ({ roundId, callerId, startedAt }: CallStarted['data']): Counted => ({
  kind: { roundId, day: dayOf(startedAt), callerId, outcome: CALL_STARTED, attempt: 0, cause: 'call' },
  measures: { ...NO_MEASURES, callsStarted: 1 },
});
