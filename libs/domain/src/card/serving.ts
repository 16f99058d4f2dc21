import type { Instant, ServedBecause } from '#events/contracts/index';
import type { DomainError } from '../shared/domain-error.js';
import {
  CardIsBarred,
  CardIsClosedForGood,
  CardIsClosedForRound,
  CardIsFrozen,
  CardIsHidden,
  CardIsNotDue,
  CardIsOrdered,
  CardIsResting,
  CardNeedsCare,
} from './card.errors.js';
import type { Card, Claim, PriorityLock } from './card.js';
import { CardHeldByAnother, CardIsLocked } from './holding.errors.js';
import { entryOf, liveClaimOf, mayTake, unclaimedStatusOf, type UnclaimedStatus } from './status.js';

/** Why the card is served; the caller sees it as "why was I served this". */
export function servedBecause(card: Card, roundId: string): ServedBecause {
  if (card.lock) return card.lock.offeredToTeam ? 'priority-callback-offered-to-team' : 'priority-callback-due';
  const { state, lastOutcome, skips } = entryOf(card, roundId);
  if (state.status === 'scheduled') return state.because;
  if (lastOutcome) return 'retry-due';
  return skips > 0 ? 'skipped-before' : 'never-called';
}

/** R2, R3, R6, R9: whether the queue may hand the card to this caller now. The claim on the card's stream decides. */
export const mayBeHandedTo = (card: Card, roundId: string, callerId: string, now: Instant): boolean =>
  card.rounds.some((round) => round.roundId === roundId) && !refusalToHand(card, roundId, callerId, now);

/** What speaks against handing the card to this caller now. */
export const refusalToHand = (card: Card, roundId: string, callerId: string, now: Instant): DomainError | undefined =>
  refusalToOpen(card, roundId, callerId, now) ??
  refusalBeforeTime(card, roundId, now) ??
  refusalDuringRest(card, callerId, now);

/** What speaks against opening the card at all, its time and rest set aside. */
export const refusalToOpen = (card: Card, roundId: string, callerId: string, now: Instant): DomainError | undefined => {
  const holder = liveClaimOf(card, now);
  const status = unclaimedStatusOf(card, roundId, now);
  return refusalByStatus(card, status, callerId) ?? (holder && refusalByClaim(holder, callerId));
};

export const refusalByClaim = (claim: Claim, callerId: string): DomainError | undefined =>
  claim.callerId === callerId ? undefined : new CardHeldByAnother(claim.callerId, claim.claimedAt, claim.leaseUntil);

/** R3 */
export const refusalByLock = (lock: PriorityLock | undefined, callerId: string): DomainError | undefined =>
  !lock || mayTake(lock, callerId) ? undefined : new CardIsLocked(lock.ownerId, lock.since, lock.due);

export function refusalByStatus(card: Card, status: UnclaimedStatus, callerId: string): DomainError | undefined {
  switch (status.status) {
    case 'no-call':
      return new CardIsBarred(status.blockIds);
    case 'closed-final':
      return new CardIsClosedForGood(status.reason, status.since);
    case 'closed-round':
      return new CardIsClosedForRound(status.since);
    case 'ordered':
      return new CardIsOrdered(status.since);
    case 'needs-care':
      return status.reason === 'company-block-undecided'
        ? new CardIsFrozen(card.freezes)
        : new CardNeedsCare(status.reason);
    case 'hidden-until':
      return new CardIsHidden(status.since, status.until);
    case 'locked':
      return refusalByLock(card.lock, callerId);
    case 'scheduled':
    case 'available':
      return undefined;
  }
}

function refusalBeforeTime(card: Card, roundId: string, now: Instant): DomainError | undefined {
  const status = unclaimedStatusOf(card, roundId, now);
  const waits = status.status === 'scheduled' || status.status === 'locked';
  return waits && now < status.due ? new CardIsNotDue(status.due) : undefined;
}

/** R9; a due priority callback is excepted. */
export function refusalDuringRest(card: Card, callerId: string, now: Instant): DomainError | undefined {
  if (!card.restUntil || now >= card.restUntil) return undefined;
  const keepsPromise = card.lock && mayTake(card.lock, callerId) && card.lock.due <= now;
  return keepsPromise ? undefined : new CardIsResting(card.restUntil);
}
