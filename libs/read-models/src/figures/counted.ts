import { codeOf } from '#domain/card/outcome-codes';
import { msOf } from '#domain/shared/instant';
import { localOf } from '#domain/shared/stockholm-time';
import type { CallStarted, OutcomeCode, OutcomeEvent, OutcomeFacts } from '#events/contracts/index';
import { CALL_STARTED, NO_MEASURES, type FigureKind, type Measures } from './figure-row.js';

/** What one fact adds to, and takes from when it is corrected (R21). */
export interface Counted {
  readonly kind: FigureKind;
  readonly measures: Measures;
}

export type RecordedOutcome = OutcomeFacts & { readonly code: OutcomeCode };

export const recordedOutcome = ({ type, data }: OutcomeEvent): RecordedOutcome => ({ ...data, code: codeOf(type) });

export const valueOf = (event: OutcomeEvent): number => (event.type === 'OrderTaken' ? event.data.order.totalOre : 0);

export function kindOf({ roundId, callerId, startedAt, endedAt, attempt, cause, code }: RecordedOutcome): FigureKind {
  return { roundId, day: localOf(startedAt ?? endedAt).date, callerId, outcome: code, attempt, cause };
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
  kind: { roundId, day: localOf(startedAt).date, callerId, outcome: CALL_STARTED, attempt: 0, cause: 'call' },
  measures: { ...NO_MEASURES, callsStarted: 1 },
});
