import type { CampaignSettings, CardEvent, Instant } from '#events/contracts/index';
import { plus } from '../../shared/instant.js';
import { mustStateReason } from '../../shared/stated.js';
import type { BreakClaim, ClaimCard, ReleaseClaim, RenewClaim, SkipCard } from '../card.commands.js';
import { CardIsBarred } from '../card.errors.js';
import type { Card, Claim } from '../card.js';
import { CallIsRunning, CardHeldByAnother, ClaimHasEnded } from '../holding.errors.js';
import { refusalByLock, refusalToHand, refusalToOpen, servedBecause } from '../serving.js';
import { entryOf, liveClaimOf } from '../status.js';

/** R2, R3, R6, R9: one live claim per card; what the queue offered is decided here. */
export function claimCard(claim: ClaimCard['data'], card: Card): CardEvent[] {
  const { claimId, roundId, callerId, openedBySearch, settings, now } = claim;
  const { campaignId } = entryOf(card, roundId);
  const refusal = (openedBySearch ? refusalToOpen : refusalToHand)(card, roundId, callerId, now);
  if (refusal) throw refusal;
  const held = liveClaimOf(card, now);
  if (held?.roundId === roundId) return [];
  const because = openedBySearch ? 'opened-by-search' : servedBecause(card, roundId);
  const leaseUntil = leaseFrom(now, settings);
  const data = { claimId, campaignId, roundId, callerId, because, claimedAt: now, leaseUntil };
  return [...handBack(held, card, now), { type: 'CardClaimed', data }];
}

const leaseFrom = (now: Instant, { leaseMinutes }: CampaignSettings): Instant => plus(now, { minutes: leaseMinutes });

/** A caller who moves to the card's other round gives its claim in the first one back. */
function handBack(held: Claim | undefined, card: Card, now: Instant): CardEvent[] {
  if (!held) return [];
  refuseDuringCall(card, held.callerId);
  return [released(held, held.callerId, now)];
}

/** R2: renewed while the card is open on screen; also a lapsed lease, as long as nobody else has claimed since. */
export function renewClaim({ claimId, callerId, settings, now }: RenewClaim['data'], card: Card): CardEvent[] {
  const claim = ownClaim(card, claimId, callerId);
  if (card.bars.length > 0) throw new CardIsBarred(card.bars);
  const locked = refusalByLock(card.lock, callerId);
  if (locked) throw locked;
  if (claim.leaseUntil > plus(now, { minutes: settings.leaseMinutes / 2 })) return [];
  return [{ type: 'ClaimRenewed', data: { claimId, roundId: claim.roundId, leaseUntil: leaseFrom(now, settings) } }];
}

export function releaseClaim({ claimId, callerId, now }: ReleaseClaim['data'], card: Card): CardEvent[] {
  if (card.claim?.claimId !== claimId) return [];
  const claim = ownClaim(card, claimId, callerId);
  refuseDuringCall(card, callerId);
  return [released(claim, callerId, now)];
}

/** A lead's, with a reason. */
export function breakClaim({ claimId, brokenBy, reason, now }: BreakClaim['data'], { claim }: Card): CardEvent[] {
  if (claim?.claimId !== claimId) return [];
  mustStateReason(reason);
  return [released(claim, brokenBy, now, reason)];
}

/** R22 */
export function skipCard({ claimId, callerId, reason, now }: SkipCard['data'], card: Card): CardEvent[] {
  const { roundId } = ownClaim(card, claimId, callerId);
  refuseDuringCall(card, callerId);
  mustStateReason(reason);
  const skips = entryOf(card, roundId).skips + 1;
  return [{ type: 'CardSkipped', data: { claimId, roundId, callerId, reason, skips, skippedAt: now } }];
}

function ownClaim({ claim }: Card, claimId: string, callerId: string): Claim {
  if (!claim) throw new ClaimHasEnded(claimId);
  if (claim.callerId !== callerId) throw new CardHeldByAnother(claim.callerId, claim.claimedAt, claim.leaseUntil);
  if (claim.claimId !== claimId) throw new ClaimHasEnded(claimId);
  return claim;
}

/** R1: a call is left with its outcome, not before. */
function refuseDuringCall({ call }: Card, callerId: string): void {
  if (call?.callerId === callerId) throw new CallIsRunning(call.callId, call.startedAt);
}

const released = (
  { claimId, roundId }: Claim,
  releasedBy: string,
  releasedAt: Instant,
  reason?: string,
): CardEvent => ({
  type: 'ClaimReleased',
  data: { claimId, roundId, releasedBy, ...(reason !== undefined && { reason }), releasedAt },
});
