import type { OutcomeEvent, OutcomeFacts } from '#events/contracts/index';
import type { Card, RoundEntry } from '../card.js';
import { codeOf } from '../outcome-codes.js';
import { liveClaimOf } from '../status.js';
import { rested } from './blocks.js';
import { overtaken } from './claims.js';
import { withEntry } from './entries.js';
import { outcomeEffect } from './outcome-effects.js';

/** What every outcome does (claim and call end, the attempt counts, the card rests), then what this one leads to. */
export function outcomeRecorded(card: Card, event: OutcomeEvent): Card {
  const counted = withEntry(card, event.data.roundId, (entry) => countedIn(entry, event));
  return outcomeEffect(restedBy(event.data, handedBack(counted, event.data)), event);
}

const handedBack = (card: Card, facts: OutcomeFacts): Card => ({
  ...withoutCall(card, facts),
  claim: card.claim?.callerId === facts.callerId ? undefined : card.claim,
  outcomeIds: [...card.outcomeIds, facts.outcomeId],
});

const restedBy = ({ outcomeId, restUntil, endedAt }: OutcomeFacts, card: Card): Card =>
  restUntil === undefined ? card : rested(card, outcomeId, restUntil, endedAt);

/** An outcome without a call leaves another caller's call alone while their lease lasts, and overtakes it after that (R2). */
function withoutCall(card: Card, { cause, callerId, endedAt }: OutcomeFacts): Card {
  if (cause === 'call') return { ...card, call: undefined };
  const holdsOn = liveClaimOf(card, endedAt)?.callerId === card.call?.callerId;
  return holdsOn ? card : overtaken(card, { holder: callerId, since: endedAt, until: endedAt });
}

/** R5, R21 */
const countedIn = (entry: RoundEntry, { type, data }: OutcomeEvent): Partial<RoundEntry> => ({
  attempts: entry.attempts + (data.countsAsAttempt ? 1 : 0),
  busyInARow: type === 'LineBusy' ? data.busyInARow : 0,
  lastOutcome: { outcomeId: data.outcomeId, code: codeOf(type) },
});
