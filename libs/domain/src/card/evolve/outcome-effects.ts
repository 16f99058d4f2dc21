import type { OutcomeEvent } from '#events/contracts/index';
import type { Card } from '../card.js';
import { closedForGood, closedForRound, deferred, ordered } from './closings.js';
import { callbackScheduled, priorityCallbackPromised, toBeRetried } from './promises.js';
import { needingCare, numberFoundDead, recentlyCalled } from './wrong-numbers.js';

/** What each outcome leads to (rules.md, Outcomes: what follows). R3: all but the retries and the promises end the lock. */
export function outcomeEffect(card: Card, { type, data }: OutcomeEvent): Card {
  switch (type) {
    case 'CallbackScheduled':
      return callbackScheduled(card, data);
    case 'PriorityCallbackPromised':
      return priorityCallbackPromised(card, data);
    case 'CallUnanswered':
    case 'LineBusy':
      return toBeRetried(card, data);
    case 'OfferDeclined':
      return closedForRound(card, data, 'declined');
    case 'OfferDeferred':
      return deferred(card, data);
    case 'NumberFoundDead':
      return numberFoundDead(card, data);
    case 'PrivatePersonFound':
      return closedForGood(card, data, 'private-person');
    case 'ContactFoundUnauthorised':
      return needingCare(card, data, 'unauthorised-contact');
    case 'ReferredToHeadOffice':
      return closedForRound(card, data, 'head-office-referral');
    case 'RecentCallReported':
      return recentlyCalled(card, data);
    case 'CompanyReportedCeased':
      return closedForGood(card, data, 'ceased');
    case 'NoMoreCallsRequested':
      return closedForRound(card, data, 'no-more-calls');
    case 'OrderTaken':
      return ordered(card, data);
  }
}
