import type { Instant } from '#events/contracts/index';
import { CardNotInRound } from './card.errors.js';
import type { Card, Claim, PriorityLock, RoundEntry, RoundStatus } from './card.js';

export function entryOf(card: Card, roundId: string): RoundEntry {
  const entry = card.rounds.find((round) => round.roundId === roundId);
  if (!entry) throw new CardNotInRound(roundId);
  return entry;
}

/** The state of the card in a round (rules.md, States of a card in a round): the topmost of what holds. */
export function statusOf(card: Card, roundId: string, now: Instant): RoundStatus {
  return (
    closedStatusOf(card, entryOf(card, roundId)) ?? claimedStatusOf(card, now) ?? waitingStatusOf(card, roundId, now)
  );
}

export type UnclaimedStatus = Exclude<RoundStatus, { status: 'claimed' }>;

/** The status as if nobody had the card on screen. */
export const unclaimedStatusOf = (card: Card, roundId: string, now: Instant): UnclaimedStatus =>
  closedStatusOf(card, entryOf(card, roundId)) ?? waitingStatusOf(card, roundId, now);

export const isLive = (claim: Claim, now: Instant): boolean => now < claim.leaseUntil;

/** R2: the one claim that holds now. */
export const liveClaimOf = (card: Card, now: Instant): Claim | undefined =>
  card.claim && isLive(card.claim, now) ? card.claim : undefined;

/** R3, R24: the owner, or anyone once the promise is offered to the team. */
export const mayTake = (lock: PriorityLock, callerId: string): boolean =>
  lock.ownerId === callerId || lock.offeredToTeam;

export const hasLiveNumber = (card: Card): boolean => card.numbers.some(({ dead }) => !dead);

/** R6 beats everything, then what is closed. */
function closedStatusOf(card: Card, { state }: RoundEntry): UnclaimedStatus | undefined {
  if (card.bars.length > 0) return { status: 'no-call', blockIds: card.bars };
  if (card.final) return { status: 'closed-final', ...card.final };
  if (state.status === 'closed-round' || state.status === 'ordered')
    return { status: state.status, since: state.since };
  return undefined;
}

function claimedStatusOf(card: Card, now: Instant): RoundStatus | undefined {
  const claim = liveClaimOf(card, now);
  return claim && { status: 'claimed', holder: claim.callerId, since: claim.claimedAt, until: claim.leaseUntil };
}

function waitingStatusOf(card: Card, roundId: string, now: Instant): UnclaimedStatus {
  const reason = careReasonOf(card);
  if (reason) return { status: 'needs-care', reason };
  if (card.hidden && now < card.hidden.until) return { status: 'hidden-until', ...card.hidden };
  if (card.lock) return lockedStatusOf(card.lock);
  const { state } = entryOf(card, roundId);
  return state.status === 'scheduled' ? { status: 'scheduled', due: state.due } : { status: 'available' };
}

const lockedStatusOf = ({ ownerId, since, due, offeredToTeam }: PriorityLock): UnclaimedStatus => ({
  status: 'locked',
  ownerId,
  since,
  due,
  offeredToTeam,
});

type CareReason = Extract<RoundStatus, { status: 'needs-care' }>['reason'];

function careReasonOf(card: Card): CareReason | undefined {
  if (card.freezes.length > 0) return 'company-block-undecided';
  return card.care?.reason ?? (hasLiveNumber(card) ? undefined : 'no-live-number');
}
