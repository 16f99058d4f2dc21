import { describe, expect, test } from '@jest/globals';
import type { CallerEvent } from '#events/contracts/index';
import { given } from '../testing/given.js';
import type { CallerCommand } from './caller.commands.js';
import { callerDecider, isNearLockLimit } from './caller.decider.js';
import { TooManyPriorityLocks } from './caller.errors.js';

const NOON = '2026-11-23T12:00:00.000Z';

const take = (lockId: string, maxPriorityLocks = 2): CallerCommand => ({
  type: 'TakeLockSlot',
  data: { lockId, cardId: `card of ${lockId}`, maxPriorityLocks, now: NOON },
});
const taken = (lockId: string): CallerEvent => ({
  type: 'LockSlotTaken',
  data: { lockId, cardId: `card of ${lockId}`, takenAt: NOON },
});
const free = (lockId: string): CallerCommand => ({ type: 'FreeLockSlot', data: { lockId, now: NOON } });
const freed = (lockId: string): CallerEvent => ({ type: 'LockSlotFreed', data: { lockId, freedAt: NOON } });
const slots = (count: number): CallerEvent[] => Array.from({ length: count }, (_, index) => taken(`lock${index}`));

describe('the priority locks of a caller', () => {
  test('R24: are as many as the settings allow', () => {
    given(callerDecider, taken('a')).when(take('b')).thenEmits(taken('b'));
    given(callerDecider, taken('a'), taken('b'))
      .when(take('c'))
      .thenRejects(TooManyPriorityLocks, { held: 2, limit: 2 });
  });

  test('R24: take one slot each, also at the limit', () => {
    given(callerDecider, taken('a'), taken('b')).when(take('a')).thenNothing();
  });

  test('R24: leave room once they end, each once', () => {
    given(callerDecider, taken('a')).when(free('a')).thenEmits(freed('a'));
    given(callerDecider, taken('a'), freed('a')).when(free('a')).thenNothing();
    given(callerDecider, taken('a'), taken('b'), freed('a')).when(take('c')).thenEmits(taken('c'));
  });

  test('R24: are warned of from 80 % of the limit', () => {
    const isNear = (held: number, maxPriorityLocks: number): boolean =>
      isNearLockLimit(given(callerDecider, ...slots(held)).state, { maxPriorityLocks });
    expect([isNear(39, 50), isNear(40, 50), isNear(50, 50), isNear(3, 4), isNear(4, 4)]).toEqual([
      false,
      true,
      true,
      false,
      true,
    ]);
  });
});
