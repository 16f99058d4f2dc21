import { describe, expect, test } from '@jest/globals';
import { ReasonMissing } from '../../shared/stated.js';
import type { CardCommand } from '../card.commands.js';
import { CardIsBarred } from '../card.errors.js';
import type { Card } from '../card.js';
import { CardHeldByAnother, CardIsLocked } from '../holding.errors.js';
import {
  AttemptsAreUsedUp,
  OutcomeAlreadyRecorded,
  OutcomeDoesNotFit,
  OutcomeIsSuperseded,
  OutcomeIsUnknown,
  OutcomeOfAnother,
} from '../outcome.errors.js';
import type { OutcomeInput } from '../outcome-input.js';
import { statusOf } from '../status.js';
import { after } from '../testing/after.js';
import {
  ADMIN,
  ANN,
  at,
  BO,
  bySearch,
  called,
  CAMPAIGN,
  cardAfter,
  claim,
  correction,
  enterOtherRound,
  INPUTS,
  LEAD,
  MONDAY,
  numberOf,
  OTHER_ROUND,
  outcome,
  ROUND,
  settings,
  startCall,
} from '../testing/card-story.js';

const LATER = at('2026-11-23T12:00');
const declined = called(ANN, INPUTS.declined);
const promised = called(ANN, INPUTS['priority-callback']);
const statusAfter = (...commands: readonly CardCommand[]) => statusOf(cardAfter(...commands), ROUND, LATER);
/** Everything that an outcome may change, but for the ids that it has of its own. */
const effectsOf = ({ history: _, outcomeIds: __, rests, ...card }: Card) => ({
  ...card,
  rests: Object.values(rests),
  rounds: card.rounds.map(({ lastOutcome: ___, ...entry }) => entry),
});

describe('R21: a correction', () => {
  test('R21: is a new fact that names the old one and keeps its facts, which name nobody', () => {
    const call = { callerId: ANN, cause: 'call', numberId: 'n1', startedAt: MONDAY, endedAt: MONDAY } as const;
    const spoken = { ending: 'answered', spokeWith: 'decision-maker', restUntil: at('2026-11-24T10:00') } as const;
    const facts = { ...call, ...spoken, campaignId: CAMPAIGN, roundId: ROUND };
    const replaced = { ...facts, outcomeId: 'correction-1', attempt: 0, countsAsAttempt: false };
    after(...promised)
      .when(correction(INPUTS.declined, { now: LATER }))
      .thenEmits({
        type: 'OutcomeCorrected',
        data: {
          correctedOutcomeId: 'call-1',
          was: { ...facts, outcomeId: 'call-1', attempt: 1, countsAsAttempt: true, code: 'priority-callback' },
          replacement: { type: 'OfferDeclined', data: { ...replaced, reason: 'said-no' } },
          correctedBy: ANN,
          reason: 'wrong key',
          correctedAt: LATER,
        },
      });
  });

  test.each<[OutcomeInput['code'], OutcomeInput['code']]>([
    ['declined', 'callback'],
    ['callback', 'declined'],
    ['deferred', 'no-answer'],
    ['dead-number', 'callback'],
    ['private-person', 'declined'],
    ['unauthorised-contact', 'no-answer'],
    ['recently-called', 'callback'],
    ['ceased', 'deferred'],
    ['priority-callback', 'order'],
    ['order', 'priority-callback'],
    ['busy', 'no-answer'],
    ['head-office-referral', 'dead-number'],
  ])('R21: %s corrected to %s leaves what the latter alone would have left', (wrong, right) => {
    const corrected = cardAfter(...called(ANN, INPUTS[wrong]), correction(INPUTS[right], { now: LATER }));
    expect(effectsOf(corrected)).toEqual(effectsOf(cardAfter(...called(ANN, INPUTS[right]))));
  });

  test('R21: what came between stays: a number, a skip, a rest, a note', () => {
    const between: CardCommand[] = [
      { type: 'AddCardNumber', data: { number: numberOf('n3'), addedBy: BO, now: LATER } },
      claim(BO, { now: at('2026-11-23T14:00') }),
      { type: 'SkipCard', data: { claimId: `claim-${BO}`, callerId: BO, reason: 'lunch', now: LATER } },
      { type: 'RestCard', data: { becauseOfCallId: 'x', restUntil: at('2026-11-30T10:00'), now: LATER } },
      { type: 'AddNote', data: { noteId: 'note-1', text: 'said', addedBy: BO, now: LATER } },
    ];
    const card = cardAfter(...called(ANN, INPUTS['no-answer']), ...between, correction(INPUTS.callback));
    expect(card.numbers.map(({ numberId }) => numberId)).toEqual(['n1', 'n2', 'n3']);
    expect(card).toMatchObject({ restUntil: at('2026-11-30T10:00'), noteIds: ['note-1'], rounds: [{ skips: 1 }] });
  });

  test('R21: may itself be corrected; a repeat changes nothing', () => {
    const once = [...declined, correction(INPUTS.callback)];
    after(...once)
      .when(correction(INPUTS.callback))
      .thenNothing();
    const twice = correction(INPUTS.deferred, { correctedOutcomeId: 'correction-1', outcomeId: 'correction-2' });
    expect(statusAfter(...once, twice).status).toBe('hidden-until');
    after(...once)
      .when(correction(INPUTS.deferred, { outcomeId: 'correction-2' }))
      .thenRejects(OutcomeIsSuperseded, { outcomeId: 'call-1' });
  });

  test('R1, R21: the corrected call keeps its one outcome', () => {
    after(...declined, correction(INPUTS.callback))
      .when(outcome(ANN, INPUTS.declined))
      .thenRejects(OutcomeAlreadyRecorded);
  });

  test('R4, R21: the replacement is judged like any outcome, and has a reason', () => {
    after(...declined)
      .when(correction(INPUTS['no-answer'], { spokeWith: 'gatekeeper' }))
      .thenRejects(OutcomeDoesNotFit, { fits: ['callback'] });
    after(...declined)
      .when(correction(INPUTS.callback, { reason: '' }))
      .thenRejects(ReasonMissing);
  });

  test("R5, R21: attempts are counted as before the corrected outcome; a lead's allowance since then holds", () => {
    const four = [...Array(4).keys()].flatMap((day) =>
      called(ANN, INPUTS['no-answer'], { callId: `call-${day}`, now: at(`2026-11-${23 + day}T10:00`) }),
    );
    const fifth = called(ANN, INPUTS.declined, { callId: 'fifth', now: at('2026-11-30T10:00') });
    const capped = correction(INPUTS['no-answer'], { correctedOutcomeId: 'fifth', now: at('2026-11-30T10:00') });
    const allow: CardCommand = {
      type: 'AllowFurtherAttempt',
      data: { roundId: ROUND, allowedBy: LEAD, reason: 'asked for', settings, now: LATER },
    };
    after(...four, ...fifth)
      .when(capped)
      .thenRejects(AttemptsAreUsedUp, { attempts: 4 });
    expect(cardAfter(...four, ...fifth, allow, capped).rounds[0]?.attempts).toBe(5);
  });
});

describe('R21: who may correct what', () => {
  test('R21: only the latest outcome of the card in the round', () => {
    const twice = [...called(ANN, INPUTS.busy), ...called(BO, INPUTS.busy, { callId: 'call-2', now: LATER })];
    after(...twice)
      .when(correction(INPUTS['no-answer']))
      .thenRejects(OutcomeIsSuperseded, { outcomeId: 'call-1', latestOutcomeId: 'call-2' });
    after(...twice)
      .when(correction(INPUTS.callback, { correctedOutcomeId: 'call-9' }))
      .thenRejects(OutcomeIsUnknown, { outcomeId: 'call-9' });
  });

  test('R21: a later outcome in another round does not stand in the way, and stays', () => {
    const inOther = called(BO, INPUTS.declined, { callId: 'call-2', roundId: OTHER_ROUND, now: LATER });
    const card = cardAfter(enterOtherRound, ...called(ANN, INPUTS.busy), ...inOther, correction(INPUTS['no-answer']));
    expect(card.rounds).toMatchObject([
      { attempts: 1, state: { status: 'scheduled' } },
      { attempts: 0, state: { status: 'closed-round' } },
    ]);
  });

  test('R21: not while somebody else holds or calls the card', () => {
    const now = at('2026-11-23T14:05');
    const unanswered = called(ANN, INPUTS['no-answer']);
    const heldByBo = [...unanswered, claim(BO, { now: at('2026-11-23T14:00') })];
    after(...heldByBo)
      .when(correction(INPUTS.callback, { now }))
      .thenRejects(CardHeldByAnother, { holder: BO });
    const inCall = [...heldByBo, startCall(BO, { callId: 'call-2', now })];
    after(...inCall)
      .when(correction(INPUTS.callback, { now: at('2026-11-23T15:00') }))
      .thenRejects(CardHeldByAnother, { holder: BO, since: now });
    after(...unanswered, bySearch(ANN))
      .when(correction(INPUTS.callback))
      .thenEmitsLike({ type: 'OutcomeCorrected' });
  });

  test("R21: a caller their own, a lead or admin anybody's", () => {
    after(...declined)
      .when(correction(INPUTS.callback, { correctedBy: BO }))
      .thenRejects(OutcomeOfAnother, { callerId: ANN });
    after(...declined)
      .when(correction(INPUTS.callback, { correctedBy: LEAD, actorRole: 'lead' }))
      .thenEmitsLike({ type: 'OutcomeCorrected', data: { correctedBy: LEAD } });
  });
});

describe('R3, R21: promises', () => {
  const moved: CardCommand = {
    type: 'TransferLock',
    data: { lockId: 'lock-1', toCallerId: BO, transferredBy: LEAD, reason: 'ill', now: LATER },
  };
  const otherTime = { ...INPUTS['priority-callback'], dueAt: at('2026-11-27T09:00'), lockId: 'unused' };

  test('R3, R21: a promise corrected away ends its lock, one corrected to makes it', () => {
    expect(cardAfter(...promised, correction(INPUTS.declined)).lock).toBeUndefined();
    expect(cardAfter(...declined, correction(INPUTS['priority-callback'])).lock).toMatchObject({
      lockId: 'lock-1',
      ownerId: ANN,
      since: MONDAY,
    });
  });

  test('R3, R21: a new time keeps the lock, also for the owner it was transferred to', () => {
    const byLead = correction(otherTime, { correctedBy: LEAD, actorRole: 'lead' });
    expect(cardAfter(...promised, correction(otherTime)).lock).toMatchObject({
      lockId: 'lock-1',
      due: otherTime.dueAt,
    });
    expect(cardAfter(...promised, moved, byLead).lock).toMatchObject({
      lockId: 'lock-1',
      ownerId: BO,
      due: otherTime.dueAt,
    });
  });

  test('R3, R21: a caller whose promise was transferred corrects it no more', () => {
    after(...promised, moved)
      .when(correction(INPUTS.declined))
      .thenRejects(CardIsLocked, { holder: BO });
  });
});

describe('R6, R21: a block is lifted under R6 only', () => {
  const stopped = called(ANN, INPUTS['no-more-calls']);

  test('R6, R21: "no more calls" corrected to a refusal leaves the card barred', () => {
    const corrected = [...stopped, correction(INPUTS.declined)];
    expect(statusAfter(...corrected)).toEqual({ status: 'no-call', blockIds: ['block-1'] });
    const lifted: CardCommand = { type: 'UnbarCard', data: { blockId: 'block-1', liftedBy: ADMIN, now: LATER } };
    expect(statusAfter(...corrected, lifted)).toMatchObject({ status: 'closed-round' });
  });

  test('R6, R21: it is not corrected into a promise', () => {
    after(...stopped)
      .when(correction(INPUTS.callback))
      .thenRejects(CardIsBarred, { blockIds: ['block-1'] });
  });

  test('R6, R21: a refusal corrected to "no more calls" bars the card at once', () => {
    after(...declined)
      .when(correction(INPUTS['no-more-calls'], { now: LATER }))
      .thenEmitsLike({ type: 'OutcomeCorrected' }, { type: 'CardBarred', data: { barredAt: LATER } });
  });
});
