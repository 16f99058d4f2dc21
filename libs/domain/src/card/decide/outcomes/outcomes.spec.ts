import { describe, expect, test } from '@jest/globals';
import type { OutcomeEvent } from '#events/contracts/index';
import { toPromisedTime } from '../../../shared/swedish-calendar.js';
import { NumberNotOnCard } from '../../holding.errors.js';
import {
  CallbackOutsideHours,
  CallbackTimeHasPassed,
  OrderNeedsMessageReference,
  OutcomeNeedsPersonName,
  OutcomeNeedsWebSearch,
  SecondOrderNeedsConfirmation,
} from '../../outcome.errors.js';
import type { OutcomeInput } from '../../outcome-input.js';
import { after } from '../../testing/after.js';
import {
  ADMIN,
  ANN,
  at,
  BO,
  called,
  CAMPAIGN,
  claim,
  INPUTS,
  MONDAY,
  order,
  outcome,
  ROUND,
  startCall,
  story,
  inRound,
  withoutCall,
} from '../../testing/card-story.js';

const inCall = after(claim(ANN), startCall(ANN));
const due = (wall: string) => toPromisedTime(at(wall));

/** The fact that Ann's call at this wall time leads to. */
function factOf(of: OutcomeInput, wall = '2026-11-23T10:00'): OutcomeEvent['data'] | undefined {
  const events = story(...inRound, ...called(ANN, of, { now: at(wall) }));
  return events.filter((event): event is OutcomeEvent => 'outcomeId' in event.data)[0]?.data;
}

describe('what an outcome says, whatever it led to', () => {
  test('R1, R5, R9: call, round, caller, ending apart from outcome, attempt and rest', () => {
    inCall.when(outcome(ANN, INPUTS.callback, { talkSeconds: 62 })).thenEmits({
      type: 'CallbackScheduled',
      data: {
        outcomeId: 'call-1',
        callerId: ANN,
        cause: 'call',
        ending: 'answered',
        spokeWith: 'gatekeeper',
        numberId: 'n1',
        startedAt: MONDAY,
        endedAt: MONDAY,
        talkSeconds: 62,
        campaignId: CAMPAIGN,
        roundId: ROUND,
        attempt: 1,
        countsAsAttempt: true,
        restUntil: at('2026-11-24T10:00'),
        due: due('2026-11-24T10:00'),
      },
    });
  });

  test('R9: nobody spoken with, no rest', () => {
    expect(factOf(INPUTS['no-answer'])).not.toHaveProperty('restUntil');
    expect(factOf(INPUTS.declined)).toHaveProperty('restUntil', at('2026-11-24T10:00'));
  });
});

describe('Callback (Återkom)', () => {
  test('has by default the next working day, same part of the day', () => {
    expect(factOf(INPUTS.callback, '2026-11-27T15:40')).toMatchObject({ due: due('2026-11-30T15:40') });
  });

  test('keeps a stated time and person', () => {
    const stated = { ...INPUTS.callback, dueAt: at('2026-11-25T09:00'), personName: 'Eva' };
    expect(factOf(stated)).toMatchObject({ due: due('2026-11-25T09:00'), personName: 'Eva' });
  });

  test('R23: a time outside the hours is refused with the nearest one', () => {
    inCall
      .when(outcome(ANN, { ...INPUTS.callback, dueAt: at('2026-11-25T17:30') }))
      .thenRejects(CallbackOutsideHours, { due: at('2026-11-25T17:30'), nearest: at('2026-11-25T16:59') });
    inCall
      .when(outcome(ANN, { ...INPUTS['priority-callback'], dueAt: at('2026-12-24T09:00') }))
      .thenRejects(CallbackOutsideHours, { nearest: at('2026-12-23T16:59') });
  });

  test('R23: the nearest time is never one that has passed', () => {
    const now = at('2026-11-27T16:59');
    const dueAt = at('2026-11-27T17:10');
    after(claim(ANN, { now }), startCall(ANN, { now }))
      .when(outcome(ANN, { ...INPUTS.callback, dueAt }, { now: at('2026-11-27T17:05') }))
      .thenRejects(CallbackOutsideHours, { nearest: at('2026-11-30T08:00') });
  });

  test('a time that has passed is refused', () => {
    inCall
      .when(outcome(ANN, { ...INPUTS.callback, dueAt: MONDAY }))
      .thenRejects(CallbackTimeHasPassed, { due: MONDAY });
  });
});

describe('PriorityCallback (Återkom Prio)', () => {
  test('R3: locks the card to its caller, from now', () => {
    expect(factOf(INPUTS['priority-callback'])).toMatchObject({
      personName: 'Eva Ek',
      due: due('2026-11-26T13:00'),
      lockId: 'lock-1',
      lockedSince: MONDAY,
      countsAsAttempt: true,
    });
  });

  test.each([undefined, '', '  '])('R4: without a name (%j) is refused, and Callback fits', (personName) => {
    inCall
      .when(outcome(ANN, { ...INPUTS['priority-callback'], personName }))
      .thenRejects(OutcomeNeedsPersonName, { fits: ['callback'] });
  });
});

describe('Declined and Deferred', () => {
  test('Declined (Nej) keeps its reason and counts no attempt', () => {
    expect(factOf(INPUTS.declined)).toMatchObject({ reason: 'said-no', attempt: 0, countsAsAttempt: false });
  });

  test.each([
    ['the same wall time six months on', '2026-05-11T10:00', '2026-11-11T10:00'],
    ['clamped at the end of the month, then the next working day', '2026-08-31T10:00', '2027-03-01T10:00'],
    ['not on a holiday: 6 January', '2026-07-06T10:00', '2027-01-07T10:00'],
  ])('R8: Deferred (Nej/Återkom 6 mån) hides until %s', (_, from, until) => {
    expect(factOf(INPUTS.deferred, from)).toMatchObject({
      reason: 'mail-sent',
      mailAddress: 'eva@skolan.example',
      hidden: due(until),
    });
  });

  test('Deferred as winding down has no mail address', () => {
    expect(factOf({ code: 'deferred', reason: 'winding-down' })).not.toHaveProperty('mailAddress');
  });
});

describe('NoAnswer and Busy', () => {
  test.each([
    ['2026-11-23T09:00', '2026-11-23T13:00'],
    ['2026-11-23T11:30', '2026-11-23T15:30'],
    ['2026-11-23T14:00', '2026-11-24T08:00'],
    ['2026-11-27T13:10', '2026-11-30T08:00'],
  ])('NoAnswer (Ej svar) at %s returns at %s: 4 hours later, another part of the day', (from, to) => {
    expect(factOf(INPUTS['no-answer'], from)).toMatchObject({ due: due(to), countsAsAttempt: true });
  });

  test.each([
    ['2026-11-23T10:00', '2026-11-23T10:20'],
    ['2026-11-23T16:45', '2026-11-24T08:00'],
  ])('Busy (Upptaget) at %s returns at %s: 20 minutes later, inside the hours', (from, to) => {
    expect(factOf(INPUTS.busy, from)).toMatchObject({ due: due(to), busyInARow: 1, countsAsAttempt: false });
  });
});

describe('wrong numbers', () => {
  test('DeadNumber (Fel: Spärrton & Fax): the card goes on with its other number, inside the hours', () => {
    expect(factOf(INPUTS['dead-number'])).toMatchObject({
      deadNumberId: 'n1',
      hasAnotherNumber: true,
      due: due('2026-11-23T10:00'),
    });
  });

  test('DeadNumber: without another number there is no time to return', () => {
    const second = { code: 'dead-number', numberId: 'n2' } as const;
    const ids = { callId: 'call-2' };
    after(...called(ANN, INPUTS['dead-number']), claim(ANN), startCall(ANN, { ...ids, numberId: 'n2' }))
      .when(outcome(ANN, second, ids))
      .thenEmitsLike({ type: 'NumberFoundDead', data: { hasAnotherNumber: false } });
    inCall.when(outcome(ANN, { ...second, numberId: 'n9' })).thenRejects(NumberNotOnCard, { numberId: 'n9' });
  });

  test('PrivatePerson (Fel: Privatperson) needs nothing', () => {
    inCall.when(outcome(ANN, INPUTS['private-person'])).thenEmitsLike({ type: 'PrivatePersonFound' });
  });

  test('UnauthorisedContact (Fel: Obehörig kontaktperson) needs the tick that one searched', () => {
    expect(factOf(INPUTS['unauthorised-contact'])).toMatchObject({ searchedTheWeb: true });
    inCall
      .when(outcome(ANN, { ...INPUTS['unauthorised-contact'], searchedTheWeb: false }))
      .thenRejects(OutcomeNeedsWebSearch);
  });

  test('HeadOfficeReferral (Fel: HK-hänvisning) keeps what was said of the head office', () => {
    const referred = { ...INPUTS['head-office-referral'], headOfficeCardId: 'card-hq' };
    expect(factOf(referred)).toMatchObject({ headOfficeName: 'Kedjan AB', headOfficeCardId: 'card-hq' });
  });
});

describe('urgent address care (Fel: Akut Adressvård)', () => {
  test('recently-called rests 90 days, unless irritated: then admin decides', () => {
    const calm = { ...INPUTS['recently-called'], likelyDoubleOf: 'card-2' };
    expect(factOf(calm)).toMatchObject({ irritated: false, likelyDoubleOf: 'card-2', due: due('2027-02-22T08:00') });
    expect(factOf({ ...calm, irritated: true })).not.toHaveProperty('due');
  });

  test('ceased needs nothing', () => {
    inCall.when(outcome(ANN, INPUTS.ceased)).thenEmitsLike({ type: 'CompanyReportedCeased' });
  });

  test('R6: no-more-calls bars the card with the same append', () => {
    inCall
      .when(outcome(ANN, { ...INPUTS['no-more-calls'], irritated: true, existingCustomerNumber: 'K-7' }))
      .thenEmitsLike(
        { type: 'NoMoreCallsRequested', data: { irritated: true, existingCustomerNumber: 'K-7', blockId: 'block-1' } },
        { type: 'CardBarred', data: { blockId: 'block-1', scope: 'workplace', barredAt: MONDAY } },
      );
  });
});

describe('Order', () => {
  const byMail = { ...INPUTS.order, messageReference: 'mail 17' };

  test('keeps the form, what was read aloud and the confirmed warnings', () => {
    const confirmed = { ...INPUTS.order, confirmedWarnings: ['company-number.check-digit'] };
    expect(factOf(confirmed)).toMatchObject({
      orderId: 'order-1',
      channel: 'call',
      order,
      readBack: 'read aloud',
      confirmedWarnings: ['company-number.check-digit'],
    });
    expect(factOf({ ...confirmed, confirmsSecondOrder: true })).not.toHaveProperty('confirmsSecondOrder');
  });

  test('by mail names its message', () => {
    after().when(withoutCall(ADMIN, INPUTS.order)).thenRejects(OrderNeedsMessageReference);
    after()
      .when(withoutCall(ADMIN, byMail))
      .thenEmitsLike({ type: 'OrderTaken', data: { channel: 'mail', messageReference: 'mail 17', cause: 'mail' } });
  });

  test('a second one in the round needs a confirmation', () => {
    const ordered = after(...called(ANN, INPUTS.order));
    const second = { ...byMail, orderId: 'order-2' };
    ordered.when(withoutCall(BO, second)).thenRejects(SecondOrderNeedsConfirmation, { orderIds: ['order-1'] });
    ordered.when(withoutCall(BO, { ...second, confirmsSecondOrder: true })).thenEmitsLike({ type: 'OrderTaken' });
  });
});
