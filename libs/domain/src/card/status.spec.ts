import { describe, expect, test } from '@jest/globals';
import type { CardCommand } from './card.commands.js';
import { CardNotInRound } from './card.errors.js';
import type { RoundStatus } from './card.js';
import { mayBeHandedTo } from './serving.js';
import { statusOf } from './status.js';
import {
  ADMIN,
  allNumbersDead,
  ANN,
  at,
  BO,
  called,
  cardAfter,
  claim,
  enterOtherRound,
  INPUTS,
  LEAD,
  MONDAY,
  numberOf,
  OTHER_ROUND,
  ROUND,
  withoutCall,
} from './testing/card-story.js';

const LATER = at('2026-11-23T11:00');
const statusAfter = (commands: readonly CardCommand[], now = MONDAY) => statusOf(cardAfter(...commands), ROUND, now);
const handedTo = (commands: readonly CardCommand[], now: string) =>
  [ANN, BO].filter((callerId) => mayBeHandedTo(cardAfter(...commands), ROUND, callerId, at(now)));

const release: CardCommand = { type: 'ReleaseClaim', data: { claimId: `claim-${ANN}`, callerId: ANN, now: MONDAY } };
const skip: CardCommand = {
  type: 'SkipCard',
  data: { claimId: `claim-${ANN}`, callerId: ANN, reason: 'lunch', now: MONDAY },
};
const breaking: CardCommand = {
  type: 'BreakClaim',
  data: { claimId: `claim-${ANN}`, brokenBy: LEAD, reason: 'gone', now: MONDAY },
};
const bar: CardCommand = { type: 'BarCard', data: { blockId: 'b1', scope: 'company', now: MONDAY } };
const unbar: CardCommand = { type: 'UnbarCard', data: { blockId: 'b1', liftedBy: ADMIN, now: MONDAY } };
const cure: CardCommand = { type: 'CureCard', data: { curedBy: ADMIN, reason: 'asked', now: MONDAY } };
const newNumber: CardCommand = { type: 'AddCardNumber', data: { number: numberOf('n3'), addedBy: BO, now: MONDAY } };
const reopen = (cause: 'customer-initiated' | 'mail' | 'admin'): CardCommand => ({
  type: 'ReopenCard',
  data: { roundId: ROUND, cause, reopenedBy: ADMIN, actorRole: 'admin', reason: 'asked', now: MONDAY },
});
const freeLock: CardCommand = {
  type: 'ReleaseLock',
  data: { lockId: 'lock-1', releasedBy: LEAD, reason: 'ill', now: MONDAY },
};
const freeze: CardCommand = { type: 'FreezeCard', data: { blockId: 'b1', now: MONDAY } };

const DECLINED = called(ANN, INPUTS.declined);
const DEFERRED = called(ANN, INPUTS.deferred);
const PROMISED = called(ANN, INPUTS['priority-callback']);
const UNAUTHORISED = called(ANN, INPUTS['unauthorised-contact']);
const RECENT = called(ANN, INPUTS['recently-called']);
const CEASED = called(ANN, INPUTS.ceased);
const STOPPED = called(ANN, INPUTS['no-more-calls']);
const ORDERED = called(ANN, INPUTS.order);

type Status = RoundStatus['status'];

describe('states of a card in a round: entered by', () => {
  test.each<[Status, string, readonly CardCommand[]]>([
    ['available', 'import', []],
    ['available', 'release', [claim(ANN), release]],
    ['available', 'skip', [claim(ANN), skip]],
    ['available', 'a broken claim', [claim(ANN), breaking]],
    ['available', 'cure', [...UNAUTHORISED, cure]],
    ['claimed', 'claim', [claim(ANN)]],
    ['scheduled', 'Callback', called(ANN, INPUTS.callback)],
    ['scheduled', 'NoAnswer', called(ANN, INPUTS['no-answer'])],
    ['scheduled', 'Busy', called(ANN, INPUTS.busy)],
    ['scheduled', 'DeadNumber with another', called(ANN, INPUTS['dead-number'])],
    ['locked', 'PriorityCallback', PROMISED],
    ['closed-round', 'Declined', DECLINED],
    ['closed-round', 'HeadOfficeReferral', called(ANN, INPUTS['head-office-referral'])],
    ['hidden-until', 'Deferred', DEFERRED],
    ['needs-care', 'DeadNumber without another', allNumbersDead()],
    ['needs-care', 'UnauthorisedContact', UNAUTHORISED],
    ['needs-care', 'recently-called', RECENT],
    ['needs-care', 'irritated', called(ANN, { ...INPUTS['recently-called'], irritated: true })],
    ['needs-care', 'a freeze (R6)', [freeze]],
    ['closed-final', 'PrivatePerson', called(ANN, INPUTS['private-person'])],
    ['closed-final', 'ceased', CEASED],
    ['no-call', 'no-more-calls (R6)', STOPPED],
    ['no-call', 'a block (R6)', [bar]],
    ['ordered', 'Order', ORDERED],
  ])('%s by %s', (status, _, commands) => {
    expect(statusAfter(commands).status).toBe(status);
  });

  test('available by a new round', () => {
    expect(statusOf(cardAfter(...DECLINED, enterOtherRound), OTHER_ROUND, MONDAY).status).toBe('available');
  });
});

describe('states of a card in a round: left by', () => {
  const atOnce = '2026-11-23T10:00';
  const orderByMail = withoutCall(ADMIN, { ...INPUTS.order, messageReference: 'mail 17' });

  test.each<[string, readonly CardCommand[], string, Status]>([
    ['available by claim', [claim(ANN)], atOnce, 'claimed'],
    ['claimed by lease end', [claim(ANN)], '2026-11-23T10:15', 'available'],
    ['scheduled by claim', [...called(ANN, INPUTS.busy), claim(BO, { now: LATER })], '2026-11-23T11:00', 'claimed'],
    ['scheduled by block', [...called(ANN, INPUTS.busy), bar], atOnce, 'no-call'],
    ["locked by a lead's release (R3)", [...PROMISED, freeLock], atOnce, 'scheduled'],
    ["closed-round by the customer's own contact", [...DECLINED, reopen('customer-initiated')], atOnce, 'available'],
    ['hidden-until by date', DEFERRED, '2027-05-24T10:00', 'scheduled'],
    ['hidden-until by a yes by mail', [...DEFERRED, reopen('mail')], atOnce, 'available'],
    ['hidden-until by an order by mail', [...DEFERRED, orderByMail], atOnce, 'ordered'],
    ['needs-care by a new number', [...allNumbersDead(), newNumber], atOnce, 'available'],
    ["needs-care by admin's decision", [...UNAUTHORISED, cure], atOnce, 'available'],
    ['closed-final by admin', [...CEASED, reopen('admin')], atOnce, 'available'],
    ['no-call by a lift (R6)', [bar, unbar], atOnce, 'available'],
    ['ordered by cancellation', [...ORDERED, reopen('admin')], atOnce, 'available'],
  ])('%s', (_, commands, now, status) => {
    expect(statusAfter(commands, at(now)).status).toBe(status);
  });
});

describe('states of a card in a round: handed to', () => {
  test.each<[string, readonly CardCommand[], string, readonly string[]]>([
    ['available: anyone', [], '2026-11-23T10:00', [ANN, BO]],
    ['claimed: its holder', [claim(ANN)], '2026-11-23T10:00', [ANN]],
    ['scheduled: nobody before its time', called(ANN, INPUTS['no-answer']), '2026-11-23T13:59', []],
    ['scheduled: anyone from its time', called(ANN, INPUTS['no-answer']), '2026-11-23T14:00', [ANN, BO]],
    ['locked: nobody before its time', PROMISED, '2026-11-26T12:59', []],
    ['locked: its owner from its time', PROMISED, '2026-11-26T13:00', [ANN]],
    ['closed-round: nobody', DECLINED, '2027-11-26T13:00', []],
    ['hidden-until: nobody before the date', DEFERRED, '2027-05-24T09:59', []],
    ['hidden-until: anyone from the date', DEFERRED, '2027-05-24T10:00', [ANN, BO]],
    ['needs-care: no caller', UNAUTHORISED, '2027-11-26T13:00', []],
    ['needs-care: no caller, however long the rest is over', RECENT, '2027-11-26T13:00', []],
    ['closed-final: nobody', CEASED, '2027-11-26T13:00', []],
    ['no-call: nobody', STOPPED, '2027-11-26T13:00', []],
    ['ordered: no caller', ORDERED, '2027-11-26T13:00', []],
  ])('%s', (_, commands, now, callers) => {
    expect(handedTo(commands, now)).toEqual(callers);
  });

  test('a card is handed to nobody in a round that it has not entered, and has no state there', () => {
    expect(mayBeHandedTo(cardAfter(), OTHER_ROUND, ANN, MONDAY)).toBe(false);
    expect(() => statusOf(cardAfter(), OTHER_ROUND, MONDAY)).toThrow(CardNotInRound);
  });
});

describe('what holds in every round', () => {
  const inOther = (...commands: readonly CardCommand[]) =>
    statusOf(cardAfter(enterOtherRound, ...commands), OTHER_ROUND, MONDAY);

  test.each<[Status, readonly CardCommand[]]>([
    ['claimed', [claim(ANN)]],
    ['locked', PROMISED],
    ['hidden-until', DEFERRED],
    ['needs-care', UNAUTHORISED],
    ['closed-final', CEASED],
    ['no-call', STOPPED],
  ])('%s holds for the card, whatever the round', (status, commands) => {
    expect(inOther(...commands).status).toBe(status);
  });

  test.each([
    { ...INPUTS.order, messageReference: 'mail 17' },
    INPUTS.callback,
    { ...INPUTS['priority-callback'], dueAt: at('2026-11-26T13:00') },
  ])('R8: the hidden customer who comes back with a $code is shown everywhere again', (of) => {
    const back = withoutCall(ANN, of, { cause: 'customer-initiated' });
    expect(inOther(...DEFERRED, back).status).not.toBe('hidden-until');
  });

  test('R8: a hidden customer who writes no stays hidden', () => {
    expect(inOther(...DEFERRED, withoutCall(ANN, INPUTS.declined)).status).toBe('hidden-until');
  });

  test('R8: Declined and Order close their own round only', () => {
    expect([inOther(...DECLINED).status, inOther(...ORDERED).status]).toEqual(['available', 'available']);
  });

  test('R6: a block beats everything else', () => {
    for (const before of [[claim(ANN)], PROMISED, DECLINED, DEFERRED, UNAUTHORISED, CEASED, ORDERED])
      expect(statusAfter([...before, bar])).toEqual({ status: 'no-call', blockIds: ['b1'] });
  });
});

describe('the facts beside a state', () => {
  test('say who, since when and until when', () => {
    expect(statusAfter([claim(ANN)])).toEqual({
      status: 'claimed',
      holder: ANN,
      since: MONDAY,
      until: at('2026-11-23T10:15'),
    });
    expect(statusAfter(PROMISED)).toEqual({
      status: 'locked',
      ownerId: ANN,
      since: MONDAY,
      due: at('2026-11-26T13:00'),
      offeredToTeam: false,
    });
    expect(statusAfter(called(ANN, INPUTS.busy))).toEqual({ status: 'scheduled', due: at('2026-11-23T10:20') });
    expect(statusAfter(DEFERRED)).toEqual({ status: 'hidden-until', since: MONDAY, until: at('2027-05-24T10:00') });
    expect(statusAfter(CEASED)).toEqual({ status: 'closed-final', reason: 'ceased', since: MONDAY });
  });
});
