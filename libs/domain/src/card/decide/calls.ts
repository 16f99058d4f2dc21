import type { CampaignSettings, CardEvent, Instant } from '#events/contracts/index';
import { isCallingTime, nextCallingTime } from '../../shared/swedish-calendar.js';
import type { StartCall } from '../card.commands.js';
import type { Card, Claim } from '../card.js';
import { CallIsRunning, CallNeedsClaim, CallOutsideHours, NumberIsDead, NumberNotOnCard } from '../holding.errors.js';
import { OutcomeAlreadyRecorded } from '../outcome.errors.js';
import { refusalDuringRest, refusalToOpen } from '../serving.js';
import { liveClaimOf } from '../status.js';

/** What is known of a call before the number's stream has permitted it. */
export type CallAsked = Omit<StartCall['data'], 'permitRevision'>;

/** The card's part of the dial gate (R1, R3, R6, R9, R23): asked before the permit, and again by StartCall after it. */
export function checkCallMayStart(call: CallAsked, card: Card): Claim {
  const { callerId, roundId, now } = call;
  const refusal = refusalToOpen(card, roundId, callerId, now) ?? refusalDuringRest(card, callerId, now);
  if (refusal) throw refusal;
  const claim = liveClaimOf(card, now);
  if (claim?.roundId !== roundId) throw new CallNeedsClaim();
  if (card.call) throw new CallIsRunning(card.call.callId, card.call.startedAt);
  if (card.outcomeIds.includes(call.callId)) throw new OutcomeAlreadyRecorded(call.callId);
  refuseOutsideHours(call.settings, now);
  refuseNumber(card, call.numberId);
  return claim;
}

export function startCall(call: StartCall['data'], card: Card): CardEvent[] {
  const { callId, callerId, roundId, numberId, permitRevision, now } = call;
  if (card.call?.callId === callId && card.call.callerId === callerId) return [];
  const { claimId } = checkCallMayStart(call, card);
  return [
    { type: 'CallStarted', data: { callId, claimId, roundId, callerId, numberId, permitRevision, startedAt: now } },
  ];
}

/** R23 */
function refuseOutsideHours({ callingHours }: CampaignSettings, now: Instant): void {
  if (!isCallingTime(now, callingHours)) throw new CallOutsideHours(nextCallingTime(now, callingHours));
}

function refuseNumber(card: Card, numberId: string): void {
  const number = card.numbers.find((known) => known.numberId === numberId);
  if (!number) throw new NumberNotOnCard(numberId);
  if (number.dead) throw new NumberIsDead(numberId);
}
