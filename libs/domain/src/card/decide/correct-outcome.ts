import type { CardEvent, OutcomeEvent } from '#events/contracts/index';
import { mustStateReason } from '../../shared/stated.js';
import type { CorrectOutcome } from '../card.commands.js';
import type { Card } from '../card.js';
import { standingOutcome } from '../evolve/card.evolve.js';
import { CardHeldByAnother } from '../holding.errors.js';
import { OutcomeIsSuperseded, OutcomeIsUnknown, OutcomeOfAnother } from '../outcome.errors.js';
import { codeOf } from '../outcome-codes.js';
import type { OutcomeInput } from '../outcome-input.js';
import { refusalByClaim, refusalByLock } from '../serving.js';
import { entryOf, liveClaimOf } from '../status.js';
import { contactOf, factsOf } from './outcomes/outcome-facts.js';
import { withNote } from './outcomes/ordering.js';
import { outcomeOf, withBar } from './outcomes/outcome-of.js';

type Correction = CorrectOutcome['data'];

/** R21: a new fact that names the old one; judged on the card as it was before the old one. */
export function correctOutcome(correction: Correction, card: Card): CardEvent[] {
  const { correctedOutcomeId, outcomeId, correctedBy, reason, now } = correction;
  if (card.outcomeIds.includes(outcomeId)) return [];
  const { event: was, before } = latestOutcome(correctedOutcomeId, card);
  refuseOthers(correction, was, card);
  mustStateReason(reason);
  const replacement = replacementOf(correction, was, before, card);
  const data = {
    correctedOutcomeId,
    was: { ...factsOf(was.data), code: codeOf(was.type) },
    replacement,
    correctedBy,
    reason,
    correctedAt: now,
  };
  const note = withNote(replacement, correction.outcome);
  return [{ type: 'OutcomeCorrected', data }, ...note, ...withBar(replacement, card, now)];
}

function latestOutcome(outcomeId: string, card: Card) {
  const standing = standingOutcome(card, outcomeId);
  if (!standing) {
    if (card.outcomeIds.includes(outcomeId)) throw new OutcomeIsSuperseded(outcomeId);
    throw new OutcomeIsUnknown(outcomeId);
  }
  const latestId = entryOf(card, standing.event.data.roundId).lastOutcome?.outcomeId;
  if (latestId !== outcomeId) throw new OutcomeIsSuperseded(outcomeId, latestId);
  return standing;
}

/** Nobody else has the card on screen or in a call, or owns it; a caller corrects their own outcomes only. */
function refuseOthers({ correctedBy, actorRole, now }: Correction, was: OutcomeEvent, card: Card): void {
  const { call } = card;
  const claim = liveClaimOf(card, now);
  const held = claim && refusalByClaim(claim, correctedBy);
  if (held) throw held;
  if (call && call.callerId !== correctedBy) throw new CardHeldByAnother(call.callerId, call.startedAt, now);
  if (actorRole !== 'caller') return;
  if (was.data.callerId !== correctedBy) throw new OutcomeOfAnother(was.data.callerId);
  const locked = refusalByLock(card.lock, correctedBy);
  if (locked) throw locked;
}

/** The same contact, told anew. A block or a lead's allowance that came since is heeded. */
function replacementOf(correction: Correction, was: OutcomeEvent, before: Card, card: Card): OutcomeEvent {
  const { outcomeId, ending, spokeWith, talkSeconds, settings, now } = correction;
  const { roundId } = was.data;
  const { furtherAttemptsAllowed } = entryOf(card, roundId);
  const entry = { ...entryOf(before, roundId), furtherAttemptsAllowed };
  const contact = contactOf({ ...was.data, outcomeId, ending, spokeWith, talkSeconds });
  const outcome = withLockOf(was, correction.outcome);
  return outcomeOf({ contact, outcome, entry, settings, now }, { ...before, bars: card.bars });
}

/** A promise that is corrected into another keeps its lock, and with it the owner's slot and a later transfer. */
const withLockOf = (was: OutcomeEvent, outcome: OutcomeInput): OutcomeInput =>
  was.type === 'PriorityCallbackPromised' && outcome.code === 'priority-callback'
    ? { ...outcome, lockId: was.data.lockId }
    : outcome;
