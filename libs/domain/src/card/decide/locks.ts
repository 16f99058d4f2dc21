import type { CampaignSettings, CardEvent, Instant } from '#events/contracts/index';
import { latest } from '../../shared/instant.js';
import { mustStateReason } from '../../shared/stated.js';
import { addWorkingDays } from '../../shared/swedish-calendar.js';
import type { AllowFurtherAttempt, OfferToTeam, ReleaseLock, TransferLock } from '../card.commands.js';
import { CardIsBarred } from '../card.errors.js';
import type { Card, PriorityLock } from '../card.js';
import { CallIsRunning, LockHasEnded, LockIsNotOverdue } from '../holding.errors.js';
import { entryOf, liveClaimOf } from '../status.js';
import { attemptsLeft } from './outcomes/attempts.js';

/** R3: a lead's, with a reason. */
export function releaseLock({ lockId, releasedBy, reason, now }: ReleaseLock['data'], card: Card): CardEvent[] {
  if (card.lock?.lockId !== lockId) return [];
  mustStateReason(reason);
  refuseDuringOwnersCall(card, card.lock, now);
  const { roundId } = card.lock;
  return [{ type: 'PriorityLockReleased', data: { lockId, roundId, releasedBy, reason, releasedAt: now } }];
}

/** R3, R24 */
export function transferLock({ now, ...transfer }: TransferLock['data'], card: Card): CardEvent[] {
  const { lockId, toCallerId } = transfer;
  if (card.lock?.lockId !== lockId) throw new LockHasEnded(lockId);
  if (card.lock.ownerId === toCallerId) return [];
  mustStateReason(transfer.reason);
  refuseDuringOwnersCall(card, card.lock, now);
  const { roundId, ownerId: fromCallerId } = card.lock;
  return [{ type: 'PriorityLockTransferred', data: { ...transfer, roundId, fromCallerId, transferredAt: now } }];
}

/** The outcome of the call under way would be refused to its caller; a lapsed lease does not protect it. */
function refuseDuringOwnersCall(card: Card, { ownerId }: PriorityLock, now: Instant): void {
  const { call } = card;
  if (call?.callerId === ownerId && liveClaimOf(card, now)?.callerId === ownerId)
    throw new CallIsRunning(call.callId, call.startedAt);
}

/** R24: counted from the promised time, or from the day the present owner got the promise. */
export const offeredFrom = (
  { due, since }: Pick<PriorityLock, 'due' | 'since'>,
  { offerToTeamAfterWorkingDays }: Pick<CampaignSettings, 'offerToTeamAfterWorkingDays'>,
): Instant => addWorkingDays(latest(due, since), offerToTeamAfterWorkingDays);

export function offerToTeam({ lockId, settings, now }: OfferToTeam['data'], card: Card): CardEvent[] {
  if (card.lock?.lockId !== lockId || card.lock.offeredToTeam) return [];
  if (card.bars.length > 0) throw new CardIsBarred(card.bars);
  const { roundId, ownerId } = card.lock;
  const from = offeredFrom(card.lock, settings);
  if (now < from) throw new LockIsNotOverdue(from);
  return [{ type: 'PriorityCallbackOfferedToTeam', data: { lockId, roundId, ownerId, offeredAt: now } }];
}

/** R5: while an attempt is left there is nothing to allow. */
export function allowFurtherAttempt(allow: AllowFurtherAttempt['data'], card: Card): CardEvent[] {
  const { settings, now, ...allowance } = allow;
  if (attemptsLeft(entryOf(card, allow.roundId), settings) > 0) return [];
  mustStateReason(allow.reason);
  return [{ type: 'FurtherAttemptAllowed', data: { ...allowance, allowedAt: now } }];
}
