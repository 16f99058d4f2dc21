import { isOutcome } from '#domain/card/outcome-codes';
import type { AterkomEvent, OutcomeCorrected, OutcomeEvent } from '#events/contracts/index';
import { cardStream } from '#events/contracts/stream-names';
import type { Recorded } from '#events/store/recorded-event';
import { defineProjection, type Fold } from '../store/define-projection.js';
import { roundOutcomes } from '../reports/round-outcomes.js';
import type { CardCallsRow, OutcomeStep } from './card-calls-row.js';
import { recordedOutcome } from './counted.js';

const PREFIX_LENGTH = cardStream('').length;

function roundOf(event: AterkomEvent): string | undefined {
  if (isOutcome(event)) return event.data.roundId;
  if (event.type === 'OutcomeCorrected') return event.data.was.roundId;
  return event.type === 'CardEnteredRound' || event.type === 'CardReopened' ? event.data.roundId : undefined;
}

function keysOf(event: Recorded<AterkomEvent>): readonly string[] {
  const roundId = roundOf(event);
  return roundId === undefined ? [] : [`${event.streamId.slice(PREFIX_LENGTH)}|${roundId}`];
}

/** Outcomes after which the card is to be called again in the round. */
function leavesOpen(event: OutcomeEvent): boolean {
  if (event.type === 'NumberFoundDead') return event.data.hasAnotherNumber;
  return ['CallbackScheduled', 'PriorityCallbackPromised', 'CallUnanswered', 'LineBusy'].includes(event.type);
}

function stepOf(event: OutcomeEvent): OutcomeStep {
  const { outcomeId, callerId, cause, code, attempt, startedAt, endedAt } = recordedOutcome(event);
  return { outcomeId, callerId, cause, code, attempt, ...(startedAt !== undefined && { startedAt }), endedAt };
}

function counted(row: CardCallsRow, event: OutcomeEvent): CardCallsRow {
  const orders = row.orders + (event.type === 'OrderTaken' ? 1 : 0);
  const calls = row.calls + (event.data.cause === 'call' ? 1 : 0);
  const last = leavesOpen(event) ? 'open' : 'closed';
  const outcomes = [...row.outcomes, stepOf(event)];
  return { ...row, calls, orders, standing: orders > 0 ? 'ordered' : last, outcomes };
}

/** R21: the call stays, what it led to is another. Only the latest outcome is ever corrected, so its replacement comes last. */
function corrected(row: CardCallsRow, { was, replacement }: OutcomeCorrected['data']): CardCallsRow {
  const calls = row.calls - (was.cause === 'call' ? 1 : 0);
  const orders = row.orders - (was.code === 'order' ? 1 : 0);
  const outcomes = row.outcomes.filter(({ outcomeId }) => outcomeId !== was.outcomeId);
  return counted({ ...row, calls, orders, outcomes }, replacement);
}

const outcome: Fold<CardCallsRow, OutcomeEvent['type']> = (row, event) => row && counted(row, event);

/** One row per card and round; the kept counters tell how many cards took how many calls. */
export const cardCalls = defineProjection<CardCallsRow>({
  name: 'card-calls',
  version: 2, // raise it to rebuild beside the live one
  keysOf,
  indexes: [],
  derived: [roundOutcomes],
  counts: [['roundId', 'calls', 'standing']],
  on: {
    CardEnteredRound: (_, { data: { roundId } }, key) => ({
      key,
      roundId,
      calls: 0,
      orders: 0,
      standing: 'open',
      outcomes: [],
    }),
    CardReopened: (row) => row && { ...row, standing: row.orders > 0 ? 'ordered' : 'open' },
    CallbackScheduled: outcome,
    PriorityCallbackPromised: outcome,
    CallUnanswered: outcome,
    LineBusy: outcome,
    OfferDeclined: outcome,
    OfferDeferred: outcome,
    NumberFoundDead: outcome,
    PrivatePersonFound: outcome,
    ContactFoundUnauthorised: outcome,
    ReferredToHeadOffice: outcome,
    RecentCallReported: outcome,
    CompanyReportedCeased: outcome,
    NoMoreCallsRequested: outcome,
    OrderTaken: outcome,
    OutcomeCorrected: (row, { data }) => row && corrected(row, data),
  },
});
