import { describe, expect, test } from '@jest/globals';
import { ReasonMissing } from '../../shared/stated.js';
import type { CardCommand } from '../card.commands.js';
import { CardIsBarred, CardIsNotDue } from '../card.errors.js';
import type { OutcomeInput } from '../outcome-input.js';
import { CallIsRunning, CardIsLocked, LockHasEnded, LockIsNotOverdue } from '../holding.errors.js';
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
  LEAD,
  MONDAY,
  OTHER_ROUND,
  outcome,
  ROUND,
  settings,
  startCall,
  withoutCall,
} from '../testing/card-story.js';

const DUE = at('2026-11-26T13:00');
const LATER = at('2026-11-26T14:00');
const promised = called(ANN, INPUTS['priority-callback']);
const locked = after(...promised);
const onLock = { lockId: 'lock-1', now: LATER };

const release = (reason = 'ill'): CardCommand => ({
  type: 'ReleaseLock',
  data: { ...onLock, releasedBy: LEAD, reason },
});
const transfer = (reason = 'left us', now = LATER): CardCommand => ({
  type: 'TransferLock',
  data: { lockId: 'lock-1', toCallerId: BO, transferredBy: LEAD, reason, now },
});
const offer = (now: string): CardCommand => ({
  type: 'OfferToTeam',
  data: { lockId: 'lock-1', settings, now: at(now) },
});
/** Three working days after Thursday the 26th at 13. */
const OFFERED_FROM = '2026-12-01T13:00';
const again = (by: string, of: OutcomeInput, now = LATER): CardCommand[] => called(by, of, { now, callId: 'call-2' });

describe('R3: the priority lock', () => {
  test('R3: refuses others in every round with who, since when and until when', () => {
    const facts = { holder: ANN, since: MONDAY, until: DUE };
    locked.when(claim(BO, { now: LATER })).thenRejects(CardIsLocked, facts);
    locked.when(bySearch(BO, LATER)).thenRejects(CardIsLocked, facts);
    locked.when(withoutCall(BO, { ...INPUTS.order, messageReference: 'm1' })).thenRejects(CardIsLocked, facts);
    after(enterOtherRound, ...promised)
      .when(claim(BO, { roundId: OTHER_ROUND, now: LATER }))
      .thenRejects(CardIsLocked, facts);
  });

  test('R3: hands the card to its owner from its time, and by search before it', () => {
    locked.when(claim(ANN, { now: at('2026-11-26T12:59') })).thenRejects(CardIsNotDue, { due: DUE });
    locked
      .when(claim(ANN, { now: DUE }))
      .thenEmitsLike({ type: 'CardClaimed', data: { because: 'priority-callback-due' } });
    locked.when(bySearch(ANN)).thenEmitsLike({ type: 'CardClaimed' });
  });

  test('R3: a promise made by a caller whose card went to another owner meanwhile is refused', () => {
    const lapsed = [bySearch(ANN, LATER), startCall(ANN, { callId: 'call-2', now: LATER })];
    const afterLease = at('2026-11-26T14:20');
    const moved = transfer('ill', afterLease);
    after(...promised, ...lapsed, moved)
      .when(outcome(ANN, INPUTS.order, { callId: 'call-2', now: afterLease }))
      .thenRejects(CardIsLocked, { holder: BO });
  });

  test.each<OutcomeInput>([
    INPUTS['no-answer'],
    INPUTS.busy,
    { ...INPUTS['priority-callback'], dueAt: at('2026-11-30T09:00'), lockId: 'unused' },
  ])("R3: the owner's $code keeps the lock and its beginning", (kept) => {
    const { lock } = cardAfter(...promised, ...again(ANN, kept));
    expect(lock).toMatchObject({ lockId: 'lock-1', ownerId: ANN, since: MONDAY });
    expect(lock && lock.due > LATER).toBe(true);
  });

  test.each<OutcomeInput>([
    INPUTS.order,
    INPUTS.declined,
    INPUTS.deferred,
    INPUTS['dead-number'],
    INPUTS['private-person'],
    INPUTS['unauthorised-contact'],
    INPUTS['head-office-referral'],
    INPUTS['recently-called'],
    INPUTS.ceased,
    INPUTS['no-more-calls'],
    INPUTS.callback,
  ])("R3: the owner's $code ends the lock", (ending) => {
    expect(cardAfter(...promised, ...again(ANN, ending)).lock).toBeUndefined();
  });

  test('R3: a lead releases it with a reason; the promised time stays, for anyone', () => {
    locked.when(release(' ')).thenRejects(ReasonMissing);
    locked.when(release()).thenEmits({
      type: 'PriorityLockReleased',
      data: { lockId: 'lock-1', roundId: ROUND, releasedBy: LEAD, reason: 'ill', releasedAt: LATER },
    });
    after(...promised, release())
      .when(release())
      .thenNothing();
    after(...promised, release())
      .when(claim(BO, { now: DUE }))
      .thenEmitsLike({ type: 'CardClaimed', data: { because: 'callback-due' } });
  });

  test('R3, R24: a lead transfers it with a reason; the new owner has the promise from then', () => {
    locked.when(transfer(' ')).thenRejects(ReasonMissing);
    locked.when(transfer()).thenEmitsLike({
      type: 'PriorityLockTransferred',
      data: { fromCallerId: ANN, toCallerId: BO, reason: 'left us' },
    });
    const moved = after(...promised, transfer());
    moved.when(transfer()).thenNothing();
    moved.when(claim(ANN, { now: LATER })).thenRejects(CardIsLocked, { holder: BO, since: LATER, until: DUE });
    moved.when(claim(BO, { now: LATER })).thenEmitsLike({ type: 'CardClaimed' });
  });

  test("R3: neither happens in the middle of the owner's call, unless its lease has lapsed", () => {
    const inCall = after(...promised, bySearch(ANN, LATER), startCall(ANN, { callId: 'call-2', now: LATER }));
    inCall.when(release()).thenRejects(CallIsRunning, { callId: 'call-2' });
    inCall.when(transfer()).thenRejects(CallIsRunning);
    const lapsed = at('2026-11-26T14:15');
    inCall
      .when({ type: 'ReleaseLock', data: { ...onLock, releasedBy: LEAD, reason: 'ill', now: lapsed } })
      .thenEmitsLike({ type: 'PriorityLockReleased' });
  });

  test('a lock that has ended is not transferred', () => {
    after(...promised, release())
      .when(transfer())
      .thenRejects(LockHasEnded, { lockId: 'lock-1' });
  });

  test('R3: a caller whose card went to another owner does not renew the claim', () => {
    const renewal: CardCommand = {
      type: 'RenewClaim',
      data: { claimId: `claim-${ANN}`, callerId: ANN, settings, now: LATER },
    };
    after(...promised, claim(ANN, { now: DUE }), transfer())
      .when(renewal)
      .thenRejects(CardIsLocked, { holder: BO });
  });
});

describe('R24: an overdue priority callback', () => {
  const offered = [...promised, offer(OFFERED_FROM)];
  const AFTER_OFFER = at('2026-12-01T14:00');

  test('R24: is offered to the team after 3 working days, not before, and once', () => {
    locked.when(offer('2026-12-01T12:59')).thenRejects(LockIsNotOverdue, { from: at(OFFERED_FROM) });
    locked.when(offer(OFFERED_FROM)).thenEmits({
      type: 'PriorityCallbackOfferedToTeam',
      data: { lockId: 'lock-1', roundId: ROUND, ownerId: ANN, offeredAt: at(OFFERED_FROM) },
    });
    after(...offered)
      .when(offer(OFFERED_FROM))
      .thenNothing();
    after(...promised, release())
      .when(offer(OFFERED_FROM))
      .thenNothing();
  });

  test('R24: may then be handed to anyone, the owner included, and says so', () => {
    const because = 'priority-callback-offered-to-team';
    after(...offered)
      .when(claim(BO, { now: AFTER_OFFER }))
      .thenEmitsLike({ type: 'CardClaimed', data: { because } });
    after(...offered)
      .when(claim(ANN, { now: AFTER_OFFER }))
      .thenEmitsLike({ type: 'CardClaimed', data: { because } });
  });

  test.each<OutcomeInput>([INPUTS.callback, INPUTS['no-answer'], INPUTS.busy])(
    "R24: a team mate's $code does not drop the promise",
    (of) => {
      const { lock } = cardAfter(...offered, ...again(BO, of, AFTER_OFFER));
      expect(lock).toMatchObject({ lockId: 'lock-1', ownerId: ANN, offeredToTeam: true });
      expect(lock && lock.due > AFTER_OFFER).toBe(true);
    },
  );

  test("R24: a team mate's own promise takes the lock over", () => {
    const own = { ...INPUTS['priority-callback'], dueAt: at('2026-12-04T09:00'), lockId: 'lock-2' };
    expect(cardAfter(...offered, ...again(BO, own, AFTER_OFFER)).lock).toEqual({
      lockId: 'lock-2',
      roundId: ROUND,
      ownerId: BO,
      since: AFTER_OFFER,
      due: at('2026-12-04T09:00'),
      offeredToTeam: false,
    });
  });

  test('R24: a transfer starts the working days anew', () => {
    const moved = after(...offered, transfer('left us', AFTER_OFFER));
    moved.when(offer('2026-12-04T13:59')).thenRejects(LockIsNotOverdue, { from: at('2026-12-04T14:00') });
  });

  test('R6: a barred promise is not offered, and waits where it was', () => {
    const barred = [...promised, { type: 'BarCard', data: { blockId: 'b1', scope: 'company', now: MONDAY } }] as const;
    after(...barred)
      .when(offer(OFFERED_FROM))
      .thenRejects(CardIsBarred);
    expect(cardAfter(...barred).lock).toMatchObject({ lockId: 'lock-1', ownerId: ANN });
  });
});
