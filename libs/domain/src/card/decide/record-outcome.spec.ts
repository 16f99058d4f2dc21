import { describe, expect, test } from '@jest/globals';
import type { CardCommand } from '../card.commands.js';
import { CardIsBarred, CardIsClosedForGood, CardNotInRound } from '../card.errors.js';
import { CallIsRunning, CardHeldByAnother, CardIsLocked } from '../holding.errors.js';
import { OutcomeAlreadyRecorded, OutcomeNeedsCall } from '../outcome.errors.js';
import { after } from '../testing/after.js';
import {
  ADMIN,
  ANN,
  at,
  BO,
  called,
  cardAfter,
  claim,
  enterOtherRound,
  INPUTS,
  MONDAY,
  OTHER_ROUND,
  outcome,
  startCall,
  withoutCall,
} from '../testing/card-story.js';

const calling = [claim(ANN), startCall(ANN)];
const inCall = after(...calling);
const byMail = { ...INPUTS.order, messageReference: 'mail 17' };

describe('R1: an outcome needs a call', () => {
  test('R1: by the caller who holds the card, in the round of the call', () => {
    after(claim(ANN)).when(outcome(ANN, INPUTS.declined)).thenRejects(OutcomeNeedsCall);
    inCall.when(outcome(ANN, INPUTS.declined, { callId: 'call-9' })).thenRejects(OutcomeNeedsCall);
    inCall.when(outcome(BO, INPUTS.declined)).thenRejects(CardHeldByAnother, { holder: ANN });
    inCall.when(outcome(BO, INPUTS.declined, { now: at('2026-11-23T11:00') })).thenRejects(OutcomeNeedsCall);
    after(enterOtherRound, ...calling)
      .when(outcome(ANN, INPUTS.declined, { roundId: OTHER_ROUND }))
      .thenRejects(OutcomeNeedsCall);
    inCall.when(outcome(ANN, INPUTS.declined, { roundId: 'round-9' })).thenRejects(CardNotInRound);
  });

  test('R1: it ends the call and the claim', () => {
    const { claim: held, call } = cardAfter(...called(ANN, INPUTS.callback));
    expect([held, call]).toEqual([undefined, undefined]);
  });

  test('R1: one outcome per call; the same report once more changes nothing', () => {
    const recorded = after(...called(ANN, INPUTS.callback));
    recorded.when(outcome(ANN, INPUTS.callback)).thenNothing();
    recorded.when(outcome(ANN, INPUTS.declined)).thenRejects(OutcomeAlreadyRecorded, { outcomeId: 'call-1' });
    const otherTime = { ...INPUTS.callback, dueAt: at('2026-11-26T09:00') };
    recorded.when(outcome(ANN, otherTime)).thenRejects(OutcomeAlreadyRecorded);
  });

  test('R1: that holds when somebody else has the card by then', () => {
    after(...called(ANN, INPUTS.busy), claim(BO, { now: at('2026-11-23T10:20') }))
      .when(outcome(ANN, INPUTS.busy))
      .thenNothing();
  });
});

describe('R1: an outcome with another cause than a call', () => {
  test('R1: mail, admin and the customer need no claim', () => {
    after()
      .when(withoutCall(ADMIN, byMail))
      .thenEmitsLike({
        type: 'OrderTaken',
        data: { outcomeId: 'mail-1', cause: 'mail', ending: 'no-call', callerId: ADMIN },
      });
    after()
      .when(withoutCall(ADMIN, INPUTS.declined, { cause: 'admin', spokeWith: 'nobody' }))
      .thenEmitsLike({ type: 'OfferDeclined', data: { cause: 'admin' } });
  });

  test('R1: a tone is heard in a call only', () => {
    after().when(withoutCall(ADMIN, INPUTS['no-answer'])).thenRejects(OutcomeNeedsCall);
    after().when(withoutCall(ADMIN, INPUTS.busy)).thenRejects(OutcomeNeedsCall);
  });

  test('R2: waits while another caller has the card up', () => {
    inCall.when(withoutCall(ADMIN, byMail)).thenRejects(CardHeldByAnother, { holder: ANN });
    inCall.when(withoutCall(ANN, byMail)).thenRejects(CallIsRunning, { callId: 'call-1' });
    after(claim(ANN)).when(withoutCall(ANN, byMail)).thenEmitsLike({ type: 'OrderTaken' });
  });

  test('R2: after the lease it takes the place of a call that never got its outcome', () => {
    const now = at('2026-11-23T11:00');
    const ordered = after(...calling, withoutCall(ADMIN, byMail, { now }));
    ordered
      .when(outcome(ANN, INPUTS['no-answer'], { now }))
      .thenRejects(CardHeldByAnother, { holder: ADMIN, since: now });
  });

  test('R9: only what was spoken lets the card rest', () => {
    const written = withoutCall(ADMIN, INPUTS.callback, { cause: 'mail' });
    expect(cardAfter(written).restUntil).toBeUndefined();
    const spoken = withoutCall(ANN, INPUTS.callback, { cause: 'customer-initiated' });
    expect(cardAfter(spoken).restUntil).toBe(at('2026-11-24T10:00'));
  });

  test('a card closed for good is reopened first', () => {
    after(...called(ANN, INPUTS.ceased))
      .when(withoutCall(ADMIN, byMail))
      .thenRejects(CardIsClosedForGood, { reason: 'ceased', since: MONDAY });
  });
});

describe('R6: "no more calls" waits for nobody', () => {
  const stop = withoutCall(ADMIN, INPUTS['no-more-calls']);

  test('R6: it is taken while another caller holds the card, whose claim and call stay', () => {
    inCall.when(stop).thenEmitsLike({ type: 'NoMoreCallsRequested' }, { type: 'CardBarred' });
    expect(cardAfter(...calling, stop)).toMatchObject({ claim: { callerId: ANN }, call: { callId: 'call-1' } });
  });

  test('R3, R6: it is taken by anybody on a locked card, and on one closed for good', () => {
    const locked = after(...called(ANN, INPUTS['priority-callback']));
    locked.when(withoutCall(BO, INPUTS.declined)).thenRejects(CardIsLocked);
    locked.when(stop).thenEmitsLike({ type: 'NoMoreCallsRequested' }, { type: 'CardBarred' });
    after(...called(ANN, INPUTS.ceased))
      .when(stop)
      .thenEmitsLike({ type: 'NoMoreCallsRequested' }, { type: 'CardBarred' });
  });

  test('R6: a call under way is told of anything but a new promise', () => {
    const bar: CardCommand = { type: 'BarCard', data: { blockId: 'b1', scope: 'company', now: MONDAY } };
    const barred = after(...calling, bar);
    barred.when(outcome(ANN, INPUTS.callback)).thenRejects(CardIsBarred, { blockIds: ['b1'] });
    barred.when(outcome(ANN, INPUTS['priority-callback'])).thenRejects(CardIsBarred);
    barred.when(outcome(ANN, INPUTS['no-answer'])).thenEmitsLike({ type: 'CallUnanswered' });
    barred.when(outcome(ANN, INPUTS.order)).thenEmitsLike({ type: 'OrderTaken' });
    const same = { ...INPUTS['no-more-calls'], blockId: 'b1' };
    barred.when(outcome(ANN, same)).thenEmitsLike({ type: 'NoMoreCallsRequested' });
  });
});
