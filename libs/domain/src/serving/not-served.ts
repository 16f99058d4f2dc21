import type { CampaignSettings, Instant } from '#events/contracts/index';
import { isCallingTime } from '../shared/swedish-calendar.js';

/** Why a card of the round is not handed out now; an empty queue tells how many there are of each. */
export const NOT_SERVED_REASONS = [
  'round-closed',
  'outside-calling-hours',
  'scheduled-later',
  'resting',
  'claimed-by-others',
  'locked-by-others',
  'hidden-until',
  'needs-care',
  'closed-round',
  'ordered',
  'closed-final',
  'no-call',
] as const;

export type NotServedReason = (typeof NOT_SERVED_REASONS)[number];

/** The state of a card in a round, with what decides whether it is handed out. */
export type WaitingCard =
  | { readonly status: 'available'; readonly restUntil?: Instant }
  | { readonly status: 'scheduled'; readonly due: Instant; readonly restUntil?: Instant }
  | { readonly status: 'claimed'; readonly holder: string; readonly until: Instant; readonly restUntil?: Instant }
  | { readonly status: 'locked'; readonly ownerId: string; readonly due: Instant; readonly offeredToTeam: boolean }
  | { readonly status: 'hidden-until'; readonly until: Instant; readonly restUntil?: Instant }
  | { readonly status: 'needs-care' | 'closed-round' | 'ordered' | 'closed-final' | 'no-call' };

export interface Asker {
  readonly callerId: string;
  readonly now: Instant;
}

/** What holds for every card of a round (R23). */
export function roundReason(
  round: { readonly closedAt?: Instant },
  { callingHours }: Pick<CampaignSettings, 'callingHours'>,
  now: Instant,
): NotServedReason | undefined {
  if (round.closedAt !== undefined) return 'round-closed';
  return isCallingTime(now, callingHours) ? undefined : 'outside-calling-hours';
}

/** Undefined for a card that may be handed to the one who asks. */
export function notServedBecause(card: WaitingCard, { callerId, now }: Asker): NotServedReason | undefined {
  switch (card.status) {
    case 'available':
      return restingReason(card.restUntil, now);
    case 'scheduled':
      return now < card.due ? 'scheduled-later' : restingReason(card.restUntil, now);
    case 'claimed':
      return card.holder !== callerId && now < card.until ? 'claimed-by-others' : restingReason(card.restUntil, now);
    case 'hidden-until':
      return now < card.until ? 'hidden-until' : restingReason(card.restUntil, now);
    case 'locked':
      return lockedReason(card, { callerId, now });
    case 'needs-care':
    case 'closed-round':
    case 'ordered':
    case 'closed-final':
    case 'no-call':
      return card.status;
  }
}

/** R9 */
const restingReason = (restUntil: Instant | undefined, now: Instant): NotServedReason | undefined =>
  restUntil !== undefined && now < restUntil ? 'resting' : undefined;

/** R3, R24 */
function lockedReason(
  { ownerId, due, offeredToTeam }: Extract<WaitingCard, { status: 'locked' }>,
  { callerId, now }: Asker,
): NotServedReason | undefined {
  if (ownerId !== callerId && !offeredToTeam) return 'locked-by-others';
  return now < due ? 'scheduled-later' : undefined;
}
