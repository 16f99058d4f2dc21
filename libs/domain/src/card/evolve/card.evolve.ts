import type { CardEvent, OutcomeCorrected } from '#events/contracts/index';
import { NO_CARD, type Card } from '../card.js';
import { isOutcome } from '../outcome-codes.js';
import { barred, cured, frozen, rested, reopened, unbarred, unfrozen } from './blocks.js';
import { callStarted, claimed, claimReleased, claimRenewed, skipped } from './claims.js';
import { orderCancelled, orderRenewed } from './closings.js';
import { furtherAttemptAllowed, lockReleased, lockTransferred, offeredToTeam } from './locks.js';
import { enteredRound, imported, noteAdded, numberAdded, workplaceCorrected } from './master-data.js';
import { outcomeRecorded } from './outcomes.js';

/** The card after an event. */
export function evolve(card: Card, event: CardEvent): Card {
  if (event.type === 'OutcomeCorrected') return corrected(card, event);
  return { ...applied(card, event), history: [...card.history, event] };
}

const foldOfHistory = (history: readonly CardEvent[]): Card => history.reduce(evolve, NO_CARD);

/** R21: the effects are worked out again from the start, the replacement in the place of what it corrects. */
function corrected(card: Card, { data: { correctedOutcomeId, replacement } }: OutcomeCorrected): Card {
  const history = card.history.map((event) => (bears(event, correctedOutcomeId) ? replacement : event));
  return { ...foldOfHistory(history), outcomeIds: [...card.outcomeIds, replacement.data.outcomeId] };
}

const bears = (event: CardEvent, outcomeId: string): boolean => isOutcome(event) && event.data.outcomeId === outcomeId;

/** R21: the outcome that stands under this id, and the card as it was just before; none once it is corrected. */
export function standingOutcome(card: Card, outcomeId: string) {
  const index = card.history.findIndex((event) => bears(event, outcomeId));
  const event = card.history[index];
  return event && isOutcome(event) ? { event, before: foldOfHistory(card.history.slice(0, index)) } : undefined;
}

/** What an event does to the card beside lengthening its history; a correction needs the history and is none of these. */
export function applied(card: Card, event: Exclude<CardEvent, OutcomeCorrected>): Card {
  if (isOutcome(event)) return outcomeRecorded(card, event);
  switch (event.type) {
    case 'CardImported':
      return imported(card, event.data);
    case 'CardEnteredRound':
      return enteredRound(card, event.data);
    case 'WorkplaceCorrected':
      return workplaceCorrected(card, event.data);
    case 'CardNumberAdded':
      return numberAdded(card, event.data);
    case 'CardJoinedCompany':
      return { ...card, companyId: event.data.companyId };
    case 'CardClaimed':
      return claimed(card, event.data);
    case 'ClaimRenewed':
      return claimRenewed(card, event.data);
    case 'ClaimReleased':
      return claimReleased(card, event.data);
    case 'CardSkipped':
      return skipped(card, event.data);
    case 'CallStarted':
      return callStarted(card, event.data);
    case 'FurtherAttemptAllowed':
      return furtherAttemptAllowed(card, event.data);
    case 'PriorityLockReleased':
      return lockReleased(card, event.data);
    case 'PriorityLockTransferred':
      return lockTransferred(card, event.data);
    case 'PriorityCallbackOfferedToTeam':
      return offeredToTeam(card, event.data);
    case 'CardBarred':
      return barred(card, event.data);
    case 'CardUnbarred':
      return unbarred(card, event.data);
    case 'CardFrozen':
      return frozen(card, event.data);
    case 'CardUnfrozen':
      return unfrozen(card, event.data);
    case 'CardRested':
      return rested(card, event.data.becauseOfCallId, event.data.restUntil, event.data.restedAt);
    case 'CardOrderCancelled':
      return orderCancelled(card, event.data);
    case 'CardOrderRenewed':
      return orderRenewed(card, event.data);
    case 'CardCured':
      return cured(card);
    case 'CardReopened':
      return reopened(card, event.data);
    case 'NoteAdded':
      return noteAdded(card, event.data);
  }
}
