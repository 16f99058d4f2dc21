import { describe, expect, test } from '@jest/globals';
import type { CardCommand } from '../card.commands.js';
import { CardIsBarred, CardIsFrozen, CardIsResting } from '../card.errors.js';
import {
  CallIsRunning,
  CallNeedsClaim,
  CallOutsideHours,
  CardHeldByAnother,
  NumberIsDead,
  NumberNotOnCard,
} from '../holding.errors.js';
import { OutcomeAlreadyRecorded } from '../outcome.errors.js';
import { after } from '../testing/after.js';
import {
  ANN,
  at,
  BO,
  bySearch,
  called,
  cardAfter,
  claim,
  enterOtherRound,
  INPUTS,
  MONDAY,
  numberOf,
  OTHER_ROUND,
  outcome,
  ROUND,
  settings,
  startCall,
} from '../testing/card-story.js';
import { checkCallMayStart } from './calls.js';

const held = after(claim(ANN));

describe('the start of a call', () => {
  test('R1: the holder calls a number of the card; a repeat starts no second call', () => {
    held.when(startCall(ANN)).thenEmits({
      type: 'CallStarted',
      data: {
        callId: 'call-1',
        claimId: `claim-${ANN}`,
        roundId: ROUND,
        callerId: ANN,
        numberId: 'n1',
        permitRevision: 0,
        startedAt: MONDAY,
      },
    });
    after(claim(ANN), startCall(ANN)).when(startCall(ANN)).thenNothing();
  });

  test('R1: nobody else calls, nor the holder after the lease or in another round', () => {
    held.when(startCall(BO)).thenRejects(CardHeldByAnother, { holder: ANN });
    held.when(startCall(ANN, { now: at('2026-11-23T10:15') })).thenRejects(CallNeedsClaim);
    after().when(startCall(ANN)).thenRejects(CallNeedsClaim);
    after(enterOtherRound, claim(ANN))
      .when(startCall(ANN, { roundId: OTHER_ROUND }))
      .thenRejects(CallNeedsClaim);
  });

  test('R1: a call under way needs its outcome before the next one, and has only one', () => {
    after(claim(ANN), startCall(ANN))
      .when(startCall(ANN, { callId: 'call-2' }))
      .thenRejects(CallIsRunning, { callId: 'call-1', since: MONDAY });
    after(...called(ANN, INPUTS.busy), bySearch(ANN))
      .when(startCall(ANN))
      .thenRejects(OutcomeAlreadyRecorded, { outcomeId: 'call-1' });
  });

  test('a number is called that stands on the card and is alive', () => {
    held.when(startCall(ANN, { numberId: 'n9' })).thenRejects(NumberNotOnCard, { numberId: 'n9' });
    const replaced: CardCommand = {
      type: 'AddCardNumber',
      data: { number: numberOf('n3'), replacesNumberId: 'n1', addedBy: ANN, now: MONDAY },
    };
    const card = after(claim(ANN), replaced);
    card.when(startCall(ANN)).thenRejects(NumberIsDead, { numberId: 'n1' });
    card.when(startCall(ANN, { numberId: 'n3' })).thenEmitsLike({ type: 'CallStarted' });
  });

  test('R23: no call outside the hours; the refusal says when the next one may be made', () => {
    const early = at('2026-11-23T07:59');
    after(claim(ANN, { now: early }))
      .when(startCall(ANN, { now: early }))
      .thenRejects(CallOutsideHours, { nearest: at('2026-11-23T08:00') });
  });

  test('R6: a block or a freeze that came since the claim stops the call', () => {
    after(claim(ANN), { type: 'BarCard', data: { blockId: 'b1', scope: 'company', now: MONDAY } })
      .when(startCall(ANN))
      .thenRejects(CardIsBarred, { blockIds: ['b1'] });
    after(claim(ANN), { type: 'FreezeCard', data: { blockId: 'b1', now: MONDAY } })
      .when(startCall(ANN))
      .thenRejects(CardIsFrozen, { blockIds: ['b1'] });
  });

  test('R9: a rest stops the call, also on a card opened by search; a due promise is excepted', () => {
    const rest: CardCommand = {
      type: 'RestCard',
      data: { becauseOfCallId: 'call-9', restUntil: at('2026-11-27T10:00'), now: MONDAY },
    };
    after(rest, bySearch(ANN))
      .when(startCall(ANN))
      .thenRejects(CardIsResting, { until: at('2026-11-27T10:00') });
    const due = at('2026-11-26T13:00');
    after(...called(ANN, INPUTS['priority-callback']), rest, claim(ANN, { now: due }))
      .when(startCall(ANN, { callId: 'call-2', now: due }))
      .thenEmitsLike({ type: 'CallStarted' });
    const early = at('2026-11-26T12:59');
    after(...called(ANN, INPUTS['priority-callback']), rest, bySearch(ANN, early))
      .when(startCall(ANN, { callId: 'call-2', now: early }))
      .thenRejects(CardIsResting);
  });

  test('what the gate asks beforehand is what the command asks', () => {
    const { permitRevision: _, ...asked } = startCall(BO).data;
    expect(() => checkCallMayStart(asked, held.state)).toThrow(CardHeldByAnother);
    expect(checkCallMayStart({ ...asked, callerId: ANN }, held.state)).toMatchObject({ callerId: ANN });
  });
});

describe('R2: the outcome of a call after its lease', () => {
  const late = at('2026-11-23T10:40');
  const lateOutcome = outcome(ANN, INPUTS['no-answer'], { now: late });

  test('R2: is accepted while nobody else has claimed the card', () => {
    after(claim(ANN), startCall(ANN)).when(lateOutcome).thenEmitsLike({ type: 'CallUnanswered' });
    after(claim(ANN), startCall(ANN), claim(ANN, { claimId: 'c2', now: at('2026-11-23T10:20') }))
      .when(lateOutcome)
      .thenEmitsLike({ type: 'CallUnanswered' });
  });

  test('R2: is refused with the holder once somebody else has', () => {
    const since = at('2026-11-23T10:20');
    const until = at('2026-11-23T10:35');
    const taken = [claim(ANN), startCall(ANN), claim(BO, { now: since })];
    after(...taken)
      .when(lateOutcome)
      .thenRejects(CardHeldByAnother, { holder: BO, since, until });
  });

  test('R2: is refused with that holder also when they are done with the card', () => {
    const since = at('2026-11-23T10:20');
    const second = { callId: 'call-2', now: since };
    const done = [claim(BO, { now: since }), startCall(BO, second), outcome(BO, INPUTS.callback, second)];
    const card = after(claim(ANN), startCall(ANN), ...done);
    card.when(lateOutcome).thenRejects(CardHeldByAnother, { holder: BO, since });
    expect(cardAfter(claim(ANN), startCall(ANN), ...done).rounds[0]?.attempts).toBe(1);
  });

  test('R2: a renewal keeps others out for as long', () => {
    const renewal: CardCommand = {
      type: 'RenewClaim',
      data: { claimId: `claim-${ANN}`, callerId: ANN, settings, now: at('2026-11-23T10:14') },
    };
    after(claim(ANN), renewal)
      .when(claim(BO, { now: at('2026-11-23T10:28') }))
      .thenRejects(CardHeldByAnother, { until: at('2026-11-23T10:29') });
  });
});
