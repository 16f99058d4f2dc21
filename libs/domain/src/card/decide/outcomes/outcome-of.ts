import type { CampaignSettings, CardEvent, Instant, OutcomeEvent } from '#events/contracts/index';
import { CardIsBarred } from '../../card.errors.js';
import type { Card, RoundEntry } from '../../card.js';
import type { OutcomeInput } from '../../outcome-input.js';
import { refuseAtCap } from './attempts.js';
import { callback, priorityCallback } from './callbacks.js';
import { declined, deferred } from './declining.js';
import { order } from './ordering.js';
import { outcomeFacts, type Contact, type Reported } from './outcome-facts.js';
import { busy, noAnswer } from './retries.js';
import { refuseMisfit } from './spoke-with.js';
import { ceased, noMoreCalls, recentlyCalled } from './urgent.js';
import { deadNumber, headOfficeReferral, privatePerson, unauthorisedContact } from './wrong-numbers.js';

/** Where a contact led, and what it is judged by. */
export interface OutcomeAsked {
  readonly contact: Contact;
  readonly outcome: OutcomeInput;
  readonly entry: RoundEntry;
  readonly settings: CampaignSettings;
  readonly now: Instant;
}

/** The fact that an outcome is, refused where it does not fit the card (R4, R5, R6, R23). */
export function outcomeOf({ contact, outcome, entry, settings, now }: OutcomeAsked, card: Card): OutcomeEvent {
  refusePromisePastBlock(outcome, card);
  refuseMisfit(outcome.code, contact.spokeWith);
  refuseAtCap({ code: outcome.code, cause: contact.cause }, entry, settings);
  const facts = outcomeFacts(contact, outcome.code, entry, settings);
  return decided(outcome, { card, entry, facts, settings, now });
}

/** R6: no callback passes a block; what a call under way led to otherwise is still recorded. */
function refusePromisePastBlock({ code }: OutcomeInput, { bars }: Card): void {
  if (bars.length > 0 && (code === 'callback' || code === 'priority-callback')) throw new CardIsBarred(bars);
}

/** R6: "no more calls" silences its card with the same append. A correction leaves the bar as it is (R21). */
export const withBar = (outcome: OutcomeEvent, { bars }: Card, barredAt: Instant): CardEvent[] =>
  outcome.type === 'NoMoreCallsRequested' && !bars.includes(outcome.data.blockId)
    ? [{ type: 'CardBarred', data: { blockId: outcome.data.blockId, scope: 'workplace', barredAt } }]
    : [];

function decided(outcome: OutcomeInput, reported: Reported): OutcomeEvent {
  switch (outcome.code) {
    case 'callback':
      return callback(outcome, reported);
    case 'priority-callback':
      return priorityCallback(outcome, reported);
    case 'declined':
      return declined(outcome, reported);
    case 'deferred':
      return deferred(outcome, reported);
    case 'no-answer':
      return noAnswer(reported);
    case 'busy':
      return busy(reported);
    case 'dead-number':
      return deadNumber(outcome, reported);
    case 'private-person':
      return privatePerson(reported);
    case 'unauthorised-contact':
      return unauthorisedContact(outcome, reported);
    case 'head-office-referral':
      return headOfficeReferral(outcome, reported);
    case 'recently-called':
      return recentlyCalled(outcome, reported);
    case 'ceased':
      return ceased(reported);
    case 'no-more-calls':
      return noMoreCalls(outcome, reported);
    case 'order':
      return order(outcome, reported);
  }
}
