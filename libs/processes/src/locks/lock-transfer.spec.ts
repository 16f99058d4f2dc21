import { beforeEach, describe, expect, test } from '@jest/globals';
import { callerDecider } from '#domain/caller/caller.decider';
import { TooManyPriorityLocks } from '#domain/caller/caller.errors';
import { CallIsRunning, LockHasEnded } from '#domain/card/holding.errors';
import { plus } from '#domain/shared/instant';
import { timedCause } from '../shared/timed-cause.js';
import { called } from '../testing/calls.js';
import { campaignWithRound, promised, workplace } from '../testing/workplaces.js';
import { NOON, World } from '../testing/world.js';
import { LockTransfer } from './lock-transfer.js';

const cause = timedCause('test', NOON);
const ROOM = { maxPriorityLocks: 1 };

describe('a priority lock', () => {
  let world: World;
  let transfers: LockTransfer;

  beforeEach(async () => {
    world = new World();
    transfers = new LockTransfer(world.runner);
    await campaignWithRound(world);
    await workplace(world, 'card', { numberIds: ['n1'] });
    await promised(world, 'card', 'ann');
  });

  const lock = { cardId: 'card', lockId: 'lock of card', reason: 'asked' };
  const transfer = (toCallerId: string, ownerId?: string) =>
    transfers.transfer({ ...lock, toCallerId, transferredBy: 'lo', ...(ownerId && { ownerId }) }, ROOM, cause);
  const slotsOf = async (callerId: string) => [
    ...(await world.runner.load(callerDecider, `caller-${callerId}`)).state.cardOf.keys(),
  ];

  test('R24: is moved with its slot', async () => {
    const { state } = await transfer('bo');
    expect(state.lock?.ownerId).toBe('bo');
    expect([await slotsOf('ann'), await slotsOf('bo')]).toEqual([[], ['lock of card']]);
  });

  test('R24: is not moved to one who has no room', async () => {
    const held = { lockId: 'other', cardId: 'elsewhere', maxPriorityLocks: 1, now: NOON };
    await world.caller('bo', { type: 'TakeLockSlot', data: held });
    await expect(transfer('bo')).rejects.toThrow(TooManyPriorityLocks);
    expect((await world.cardState('card')).lock?.ownerId).toBe('ann');
  });

  test('R24: that has ended takes no slot of the receiver', async () => {
    await transfers.release({ ...lock, releasedBy: 'lo' }, timedCause('before', NOON));
    await expect(transfer('bo')).rejects.toThrow(LockHasEnded);
    expect([await slotsOf('ann'), await slotsOf('bo')]).toEqual([[], []]);
  });

  test('R3: that has another owner by now is left alone, slots and all', async () => {
    await expect(transfer('bo', 'cy')).rejects.toThrow(LockHasEnded);
    expect((await world.cardState('card')).lock?.ownerId).toBe('ann');
    expect([await slotsOf('ann'), await slotsOf('bo')]).toEqual([['lock of card'], []]);
  });

  test('R3: that is moved to its owner stays with them and keeps its slot', async () => {
    await transfer('ann');
    expect(await world.all('PriorityLockTransferred')).toEqual([]);
    expect(await slotsOf('ann')).toEqual(['lock of card']);
  });

  test('R3: is released with its slot, and the promised time stays', async () => {
    const { state } = await transfers.release({ ...lock, releasedBy: 'lo' }, cause);
    expect(state).toMatchObject({ rounds: [{ state: { status: 'scheduled' } }] });
    expect(state.lock).toBeUndefined();
    expect(await slotsOf('ann')).toEqual([]);
  });

  test('R24: that could not be moved the first time takes its slot when it is tried again', async () => {
    await called(world, 'card', { numberId: 'n1' });
    await expect(transfer('bo')).rejects.toThrow(CallIsRunning);
    expect(await slotsOf('bo')).toEqual([]);
    const later = { ...cause, occurredAt: plus(NOON, { minutes: 15 }) };
    await transfers.transfer({ ...lock, toCallerId: 'bo', transferredBy: 'lo' }, ROOM, later);
    expect([await slotsOf('ann'), await slotsOf('bo')]).toEqual([[], ['lock of card']]);
  });

  test('R24: whose transfer is repeated after it ended takes no slot again', async () => {
    await transfer('bo');
    await transfers.release({ ...lock, releasedBy: 'lo' }, timedCause('after', NOON));
    expect((await transfer('bo')).repeated).toBe(true);
    expect([await slotsOf('ann'), await slotsOf('bo')]).toEqual([[], []]);
  });
});
