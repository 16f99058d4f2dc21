import type { CampaignSettings, Instant, OutcomeCode, OutcomeFacts } from '#events/contracts/index';
import { plus } from '../../../shared/instant.js';
import type { Card, RoundEntry } from '../../card.js';
import { countsAsAttempt } from './attempts.js';

/** What is known of a call, or of another contact, before it is said what it led to. */
export type Contact = Pick<
  OutcomeFacts,
  'outcomeId' | 'callerId' | 'cause' | 'ending' | 'spokeWith' | 'numberId' | 'startedAt' | 'endedAt' | 'talkSeconds'
>;

/** What an outcome is decided from. */
export interface Reported {
  /** As it was just before the outcome. */
  readonly card: Card;
  readonly entry: RoundEntry;
  readonly facts: OutcomeFacts;
  readonly settings: CampaignSettings;
  readonly now: Instant;
}

export function outcomeFacts(
  contact: Contact,
  code: OutcomeCode,
  entry: RoundEntry,
  settings: CampaignSettings,
): OutcomeFacts {
  const { campaignId, roundId, attempts } = entry;
  const counts = countsAsAttempt(code, contact.cause, entry);
  return {
    ...contact,
    campaignId,
    roundId,
    attempt: attempts + (counts ? 1 : 0),
    countsAsAttempt: counts,
    ...restAfter(contact, settings),
  };
}

/** R9: after a call in which somebody was spoken with; whether we or the customer made it. */
function restAfter({ cause, spokeWith, endedAt }: Contact, { restHours }: CampaignSettings): { restUntil?: Instant } {
  const spoken = spokeWith !== 'nobody' && (cause === 'call' || cause === 'customer-initiated');
  return spoken ? { restUntil: plus(endedAt, { hours: restHours }) } : {};
}

/** The facts alone, without what the outcome says besides (R21: `was`, which holds nothing personal). */
export function factsOf(data: OutcomeFacts): OutcomeFacts {
  const { outcomeId, campaignId, roundId, attempt, countsAsAttempt: counts, restUntil } = data;
  return {
    ...contactOf(data),
    outcomeId,
    campaignId,
    roundId,
    attempt,
    countsAsAttempt: counts,
    ...(restUntil !== undefined && { restUntil }),
  };
}

export function contactOf(contact: Contact): Contact {
  const { outcomeId, callerId, cause, ending, spokeWith, numberId, startedAt, endedAt, talkSeconds } = contact;
  return {
    outcomeId,
    callerId,
    cause,
    ending,
    spokeWith,
    ...(numberId !== undefined && { numberId }),
    ...(startedAt !== undefined && { startedAt }),
    endedAt,
    ...(talkSeconds !== undefined && { talkSeconds }),
  };
}
