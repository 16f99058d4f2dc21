import { describe, expect, test } from '@jest/globals';
import type { CallEnded, CallPermitted, NumberBlocked, NumberBlockLifted } from '#events/contracts/index';
import { EvidenceMissing, ReasonMissing } from '../shared/stated.js';
import { given } from '../testing/given.js';
import type { BlockNumber, EndCall, LiftNumberBlock, PermitCall } from './number.commands.js';
import { numberDecider } from './number.decider.js';
import { CallHasEnded, NumberIsBlocked, NumberIsDead, NumberIsInACall, NumberIsResting } from './number.errors.js';
import { restingUntil } from './number.js';

const NOON = '2026-11-23T12:00:00.000Z';
const ONE = '2026-11-23T13:00:00.000Z';
const TWO = '2026-11-23T14:00:00.000Z';
const NEXT_NOON = '2026-11-24T12:00:00.000Z';

const call = { callId: 'call1', cardId: 'card1', roundId: 'round1', callerId: 'ann' };
const permit = (data: Partial<PermitCall['data']> = {}): PermitCall => ({
  type: 'PermitCall',
  data: { ...call, exceptRest: false, now: NOON, until: ONE, ...data },
});
const permitted: CallPermitted = { type: 'CallPermitted', data: { ...call, permittedAt: NOON, until: ONE } };
const end = (data: Partial<EndCall['data']> = {}): EndCall => ({
  type: 'EndCall',
  data: { callId: 'call1', cardId: 'card1', spokeWith: 'gatekeeper', restUntil: NEXT_NOON, now: NOON, ...data },
});
const ended = (data: Partial<CallEnded['data']> = {}): CallEnded => ({
  type: 'CallEnded',
  data: { callId: 'call1', cardId: 'card1', spokeWith: 'gatekeeper', restUntil: NEXT_NOON, endedAt: NOON, ...data },
});
const theBlock = {
  blockId: 'block1',
  cause: 'no-more-calls',
  cardId: 'card1',
  blockedBy: 'ann',
  reason: 'asked',
} as const;
const block = (data: Partial<BlockNumber['data']> = {}): BlockNumber => ({
  type: 'BlockNumber',
  data: { ...theBlock, now: NOON, ...data },
});
const blocked = (blockId = 'block1'): NumberBlocked => ({
  type: 'NumberBlocked',
  data: { ...theBlock, blockId, blockedAt: NOON },
});
const theLift = { blockId: 'block1', liftedBy: 'adam', reason: 'wrong number', evidence: 'letter 12' };
const lift = (data: Partial<LiftNumberBlock['data']> = {}): LiftNumberBlock => ({
  type: 'LiftNumberBlock',
  data: { ...theLift, now: ONE, ...data },
});
const lifted = (blockId = 'block1'): NumberBlockLifted => ({
  type: 'NumberBlockLifted',
  data: { ...theLift, blockId, liftedAt: ONE },
});
const dead = { type: 'NumberDeclaredDead', data: { cardId: 'card1', declaredBy: 'ann', declaredAt: NOON } } as const;

describe('a permit to call', () => {
  test('is given for a number that nothing speaks against', () => {
    given(numberDecider).when(permit()).thenEmits(permitted);
  });

  test('is given once for a call, however often it is asked for', () => {
    given(numberDecider, permitted).when(permit()).thenNothing();
  });

  test('R6: is refused while the number is blocked', () => {
    given(numberDecider, blocked())
      .when(permit())
      .thenRejects(NumberIsBlocked, { since: NOON, blockIds: ['block1'] });
  });

  test('R6: is refused for a call that had one before the block', () => {
    given(numberDecider, permitted, blocked()).when(permit()).thenRejects(NumberIsBlocked);
  });

  test('R6: is refused until the last of several blocks is lifted', () => {
    given(numberDecider, blocked(), blocked('block2'), lifted())
      .when(permit())
      .thenRejects(NumberIsBlocked, { blockIds: ['block2'] });
    given(numberDecider, blocked(), blocked('block2'), lifted(), lifted('block2')).when(permit()).thenEmits(permitted);
  });

  test('R6: is refused for a due PriorityCallback too', () => {
    given(numberDecider, blocked())
      .when(permit({ exceptRest: true }))
      .thenRejects(NumberIsBlocked);
  });

  test('is refused while the number is dead', () => {
    given(numberDecider, dead).when(permit()).thenRejects(NumberIsDead);
  });

  test('R9: is refused while the number rests, and given from the end of the rest', () => {
    given(numberDecider, ended())
      .when(permit({ callId: 'call2', now: ONE }))
      .thenRejects(NumberIsResting, { restUntil: NEXT_NOON });
    given(numberDecider, ended())
      .when(permit({ callId: 'call2', now: NEXT_NOON }))
      .thenEmitsLike({ type: 'CallPermitted' });
  });

  test('R9: is given to a due PriorityCallback although the number rests', () => {
    given(numberDecider, ended())
      .when(permit({ callId: 'call2', now: ONE, exceptRest: true }))
      .thenEmitsLike({ type: 'CallPermitted', data: { callId: 'call2' } });
  });

  test('is refused while another call may be going on, and says whose', () => {
    given(numberDecider, permitted)
      .when(permit({ callId: 'call2', callerId: 'bo' }))
      .thenRejects(NumberIsInACall, { callerId: 'ann', since: NOON, until: ONE });
  });

  test('lapses at its end', () => {
    given(numberDecider, permitted)
      .when(permit({ callId: 'call2', now: ONE, until: TWO }))
      .thenEmitsLike({ type: 'CallPermitted', data: { callId: 'call2', until: TWO } });
  });

  test('is refused by a clock that is behind, for which a lapsed call might still go on', () => {
    const later: CallPermitted = {
      type: 'CallPermitted',
      data: { ...call, callId: 'call2', callerId: 'bo', permittedAt: ONE, until: TWO },
    };
    const withdrawn = { type: 'CallPermitWithdrawn', data: { callId: 'call2', withdrawnAt: ONE } } as const;
    given(numberDecider, permitted, later, withdrawn)
      .when(permit({ callId: 'call3' }))
      .thenRejects(NumberIsInACall, { callerId: 'ann' });
  });

  test('is free again once its call ended or it was withdrawn', () => {
    const other = permit({ callId: 'call2' });
    const withdrawn = { type: 'CallPermitWithdrawn', data: { callId: 'call1', withdrawnAt: NOON } } as const;
    const silent: CallEnded = {
      type: 'CallEnded',
      data: { callId: 'call1', cardId: 'card1', spokeWith: 'nobody', endedAt: NOON },
    };
    given(numberDecider, permitted, withdrawn).when(other).thenEmitsLike({ type: 'CallPermitted' });
    given(numberDecider, permitted, silent).when(other).thenEmitsLike({ type: 'CallPermitted' });
  });

  test('is not given again to a call that has ended', () => {
    given(numberDecider, permitted, ended({ restUntil: NOON }))
      .when(permit())
      .thenRejects(CallHasEnded, { callId: 'call1' });
  });

  test('is withdrawn by its own call only', () => {
    given(numberDecider, permitted)
      .when({ type: 'WithdrawPermit', data: { callId: 'call1', now: NOON } })
      .thenEmits({ type: 'CallPermitWithdrawn', data: { callId: 'call1', withdrawnAt: NOON } });
    given(numberDecider, permitted)
      .when({ type: 'WithdrawPermit', data: { callId: 'call2', now: NOON } })
      .thenNothing();
  });
});

describe('the end of a call', () => {
  test('R9: is recorded once, with its rest', () => {
    given(numberDecider, permitted).when(end()).thenEmits(ended());
    given(numberDecider, permitted, ended())
      .when(end({ now: ONE }))
      .thenNothing();
  });

  test('is recorded after its permit lapsed, and leaves the permit of a later call alone', () => {
    const later: CallPermitted = {
      type: 'CallPermitted',
      data: { ...call, callId: 'call2', callerId: 'bo', permittedAt: ONE, until: TWO },
    };
    given(numberDecider, permitted, later)
      .when(end({ now: ONE }))
      .thenEmitsLike({ type: 'CallEnded' });
    given(numberDecider, permitted, later, ended({ restUntil: NOON }))
      .when(permit({ callId: 'call3', now: ONE, until: TWO }))
      .thenRejects(NumberIsInACall, { callerId: 'bo' });
  });

  test('R21: is recorded again when it is corrected, and the rest is what the correction says', () => {
    const corrected: CallEnded = {
      type: 'CallEnded',
      data: { callId: 'call1', cardId: 'card1', spokeWith: 'nobody', endedAt: ONE },
    };
    const { restUntil: _, ...silent } = end({ spokeWith: 'nobody', now: ONE }).data;
    given(numberDecider, ended()).when({ type: 'EndCall', data: silent }).thenEmits(corrected);
    expect(restingUntil(given(numberDecider, ended(), corrected).state, ONE)).toBeUndefined();
  });

  test('R9: the longest rest of several calls counts', () => {
    const { state } = given(numberDecider, ended(), ended({ callId: 'call2', restUntil: TWO }));
    expect(restingUntil(state, ONE)).toBe(NEXT_NOON);
    expect(restingUntil(state, NEXT_NOON)).toBeUndefined();
  });
});

describe('a block of a number', () => {
  test('R6: is recorded once, with its reason', () => {
    given(numberDecider)
      .when(block())
      .thenEmits({ type: 'NumberBlocked', data: { ...theBlock, blockedAt: NOON } });
    given(numberDecider, blocked()).when(block()).thenNothing();
    given(numberDecider)
      .when(block({ reason: ' ' }))
      .thenRejects(ReasonMissing);
  });

  test('R6: does not wait for a call to end', () => {
    given(numberDecider, permitted).when(block()).thenEmitsLike({ type: 'NumberBlocked' });
  });

  test('R6: stands beside another one', () => {
    given(numberDecider, blocked())
      .when(block({ blockId: 'block2' }))
      .thenEmitsLike({ type: 'NumberBlocked', data: { blockId: 'block2' } });
  });

  test('R6: is not brought back by a late repeat once it is lifted', () => {
    given(numberDecider, blocked(), lifted()).when(block()).thenNothing();
  });

  test('R6: is lifted with reason and evidence only', () => {
    given(numberDecider, blocked())
      .when(lift())
      .thenEmits({ type: 'NumberBlockLifted', data: { ...theLift, liftedAt: ONE } });
    given(numberDecider, blocked())
      .when(lift({ reason: '' }))
      .thenRejects(ReasonMissing);
    given(numberDecider, blocked())
      .when(lift({ evidence: '  ' }))
      .thenRejects(EvidenceMissing);
  });

  test('R6: is lifted once', () => {
    given(numberDecider, blocked(), lifted()).when(lift()).thenNothing();
  });

  test('R6: does not hold where its lift came first', () => {
    given(numberDecider).when(lift()).thenEmits(lifted());
    given(numberDecider, lifted()).when(block()).thenNothing();
  });
});

describe('a dead number', () => {
  const declare = { type: 'DeclareDead', data: { cardId: 'card1', declaredBy: 'ann', now: NOON } } as const;
  const revive = { type: 'ReviveNumber', data: { revivedBy: 'adam', reason: 'in use again', now: ONE } } as const;

  test('is declared once', () => {
    given(numberDecider).when(declare).thenEmits(dead);
    given(numberDecider, dead).when(declare).thenNothing();
  });

  test('is revived with a reason, and may then be called', () => {
    given(numberDecider, dead)
      .when({ type: 'ReviveNumber', data: { ...revive.data, reason: '' } })
      .thenRejects(ReasonMissing);
    given(numberDecider, dead).when(revive).thenEmitsLike({ type: 'NumberRevived' });
    given(numberDecider).when(revive).thenNothing();
    const revived = {
      type: 'NumberRevived',
      data: { revivedBy: 'adam', reason: 'in use again', revivedAt: ONE },
    } as const;
    given(numberDecider, dead, revived).when(permit()).thenEmits(permitted);
  });
});
