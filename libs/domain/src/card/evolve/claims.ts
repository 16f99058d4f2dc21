import type { CallStarted, CardClaimed, CardSkipped, ClaimReleased, ClaimRenewed } from '#events/contracts/index';
import type { Card, Claim, OvertakenCall } from '../card.js';
import { withEntry } from './entries.js';

/** R2: a claim by somebody else over a lapsed one takes the running call's right to an outcome away. */
export function claimed(card: Card, { claimId, roundId, callerId, claimedAt, leaseUntil }: CardClaimed['data']): Card {
  const claim: Claim = { claimId, roundId, callerId, claimedAt, leaseUntil };
  return { ...overtaken(card, { holder: callerId, since: claimedAt, until: leaseUntil }), claim };
}

export function overtaken(card: Card, by: Omit<OvertakenCall, 'callId'>): Card {
  if (!card.call || card.call.callerId === by.holder) return card;
  const overtakenCalls = [...card.overtakenCalls, { callId: card.call.callId, ...by }];
  return { ...card, call: undefined, overtakenCalls };
}

export const claimRenewed = (card: Card, { claimId, leaseUntil }: ClaimRenewed['data']): Card =>
  card.claim?.claimId === claimId ? { ...card, claim: { ...card.claim, leaseUntil } } : card;

export const claimReleased = (card: Card, { claimId }: ClaimReleased['data']): Card =>
  card.claim?.claimId === claimId ? { ...card, claim: undefined } : card;

/** R22 */
export const skipped = (card: Card, { roundId, skips }: CardSkipped['data']): Card =>
  withEntry({ ...card, claim: undefined }, roundId, () => ({ skips }));

export const callStarted = (
  card: Card,
  { callId, roundId, callerId, numberId, startedAt }: CallStarted['data'],
): Card => ({
  ...card,
  call: { callId, roundId, callerId, numberId, startedAt },
});
