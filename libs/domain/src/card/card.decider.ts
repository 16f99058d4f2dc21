import type { CardEvent } from '#events/contracts/index';
import type { Decider } from '../shared/decider.js';
import type { CardCommand } from './card.commands.js';
import { CardIsUnknown } from './card.errors.js';
import { NO_CARD, type Card } from './card.js';
import { barCard, cureCard, freezeCard, restCard, unbarCard, unfreezeCard } from './decide/blocks.js';
import { startCall } from './decide/calls.js';
import { breakClaim, claimCard, releaseClaim, renewClaim, skipCard } from './decide/claims.js';
import { correctOutcome } from './decide/correct-outcome.js';
import { allowFurtherAttempt, offerToTeam, releaseLock, transferLock } from './decide/locks.js';
import { addCardNumber, addNote, correctWorkplace, enterRound, importCard, joinCompany } from './decide/master-data.js';
import { cancelOrder, renewOrder } from './decide/orders.js';
import { recordOutcome } from './decide/record-outcome.js';
import { reopenCard } from './decide/reopening.js';
import { evolve } from './evolve/card.evolve.js';

function decide(command: CardCommand, card: Card): CardEvent[] {
  if (command.type !== 'ImportCard' && !card.imported) throw new CardIsUnknown();
  switch (command.type) {
    case 'ImportCard':
      return importCard(command.data, card);
    case 'EnterRound':
      return enterRound(command.data, card);
    case 'CorrectWorkplace':
      return correctWorkplace(command.data, card);
    case 'AddCardNumber':
      return addCardNumber(command.data, card);
    case 'JoinCompany':
      return joinCompany(command.data, card);
    case 'AddNote':
      return addNote(command.data, card);
    case 'ClaimCard':
      return claimCard(command.data, card);
    case 'RenewClaim':
      return renewClaim(command.data, card);
    case 'ReleaseClaim':
      return releaseClaim(command.data, card);
    case 'BreakClaim':
      return breakClaim(command.data, card);
    case 'SkipCard':
      return skipCard(command.data, card);
    case 'StartCall':
      return startCall(command.data, card);
    case 'RecordOutcome':
      return recordOutcome(command.data, card);
    case 'CorrectOutcome':
      return correctOutcome(command.data, card);
    case 'AllowFurtherAttempt':
      return allowFurtherAttempt(command.data, card);
    case 'ReleaseLock':
      return releaseLock(command.data, card);
    case 'TransferLock':
      return transferLock(command.data, card);
    case 'OfferToTeam':
      return offerToTeam(command.data, card);
    case 'BarCard':
      return barCard(command.data, card);
    case 'UnbarCard':
      return unbarCard(command.data, card);
    case 'FreezeCard':
      return freezeCard(command.data, card);
    case 'UnfreezeCard':
      return unfreezeCard(command.data, card);
    case 'RestCard':
      return restCard(command.data, card);
    case 'CancelOrderOfCard':
      return cancelOrder(command.data, card);
    case 'RenewOrderOfCard':
      return renewOrder(command.data, card);
    case 'CureCard':
      return cureCard(command.data, card);
    case 'ReopenCard':
      return reopenCard(command.data, card);
  }
}

export const cardDecider: Decider<Card, CardCommand, CardEvent> = { initial: NO_CARD, evolve, decide };
