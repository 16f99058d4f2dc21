import type { AterkomEvent, CardEvent, Instant, NumberEvent } from '#events/contracts/index';
import { cardStream, numberStream } from '#events/contracts/stream-names';
import type { ExpectedRevision } from '#events/store/event-store';
import { numberIdOf } from './cards.js';
import { callerIdOf, CAMPAIGN_ID, cardIdOf, idOf, ROUND_ID } from './names.js';

/** Events for a stream that may hold some already. */
export interface StepAppend {
  readonly streamId: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly AterkomEvent[];
}

export interface UnansweredCall {
  readonly card: number;
  readonly caller: number;
  /** 0 for the first call of the card. */
  readonly earlierCalls: number;
  readonly at: Instant;
  readonly due: Instant;
}

/** Imported and entered into a round; each call adds its claim, its start and its outcome. */
const EVENTS_BEFORE_CALLS = 2;
const LEASE_UNTIL: Instant = '2100-01-01T00:00:00.000Z';

/** One call that nobody answers, in the order in which its events come: claim, permit, start, outcome, end. */
export function unansweredCall(call: UnansweredCall): readonly StepAppend[] {
  const { card, earlierCalls } = call;
  const first = EVENTS_BEFORE_CALLS + 3 * earlierCalls;
  const cardId = cardStream(cardIdOf(card));
  const numberId = numberStream(numberIdOf(card));
  const permitted = earlierCalls === 0 ? 'no-stream' : 2 * earlierCalls - 1;
  return [
    { streamId: cardId, expected: first - 1, events: [claimed(call)] },
    { streamId: numberId, expected: permitted, events: [callPermitted(call)] },
    { streamId: cardId, expected: first, events: [started(call)] },
    { streamId: cardId, expected: first + 1, events: [unanswered(call)] },
    { streamId: numberId, expected: 2 * earlierCalls, events: [callEnded(call)] },
  ];
}

const idsOf = ({ card, caller, earlierCalls }: UnansweredCall) => ({
  callId: idOf('call', card, earlierCalls),
  claimId: idOf('claim', card, earlierCalls),
  callerId: callerIdOf(caller),
  numberId: numberIdOf(card),
  cardId: cardIdOf(card),
});

function claimed(call: UnansweredCall): CardEvent {
  const { claimId, callerId } = idsOf(call);
  const place = { campaignId: CAMPAIGN_ID, roundId: ROUND_ID };
  const data = {
    claimId,
    callerId,
    ...place,
    because: 'never-called',
    claimedAt: call.at,
    leaseUntil: LEASE_UNTIL,
  } as const;
  return { type: 'CardClaimed', data };
}

function callPermitted(call: UnansweredCall): NumberEvent {
  const { callId, cardId, callerId } = idsOf(call);
  const data = { callId, cardId, roundId: ROUND_ID, callerId, permittedAt: call.at, until: LEASE_UNTIL };
  return { type: 'CallPermitted', data };
}

function started(call: UnansweredCall): CardEvent {
  const { callId, claimId, callerId, numberId } = idsOf(call);
  const data = { callId, claimId, roundId: ROUND_ID, callerId, numberId, permitRevision: 0, startedAt: call.at };
  return { type: 'CallStarted', data };
}

function unanswered(call: UnansweredCall): CardEvent {
  const { callId, callerId, numberId } = idsOf(call);
  return {
    type: 'CallUnanswered',
    data: {
      outcomeId: callId,
      campaignId: CAMPAIGN_ID,
      roundId: ROUND_ID,
      callerId,
      cause: 'call',
      ending: 'unanswered',
      spokeWith: 'nobody',
      numberId,
      startedAt: call.at,
      endedAt: call.at,
      talkSeconds: 0,
      attempt: call.earlierCalls + 1,
      countsAsAttempt: true,
      due: { at: call.due, zone: 'Europe/Stockholm', wall: call.due.slice(0, 16) },
    },
  };
}

function callEnded(call: UnansweredCall): NumberEvent {
  const { callId, cardId } = idsOf(call);
  return { type: 'CallEnded', data: { callId, cardId, spokeWith: 'nobody', endedAt: call.at } };
}
