import { beforeEach, describe, expect, test } from '@jest/globals';
import { callerDecider } from '#domain/caller/caller.decider';
import { CallIsRunning } from '#domain/card/holding.errors';
import { plus } from '#domain/shared/instant';
import { causedBy } from '../shared/caused-by.js';
import { called } from '../testing/calls.js';
import { ADA, campaignWithRound, promised, workplace } from '../testing/workplaces.js';
import { NOON, World } from '../testing/world.js';
import { LeaverLocks } from './leaver-locks.js';

describe('the priority locks of a caller who leaves', () => {
  let world: World;
  let locks: LeaverLocks;

  beforeEach(async () => {
    world = new World();
    locks = new LeaverLocks(world.runner);
    await campaignWithRound(world);
    for (const username of ['ann', 'bo', 'cy']) {
      const account = { username, displayName: username, role: 'caller', openedBy: ADA, now: NOON } as const;
      await world.account(username, { type: 'OpenAccount', data: account });
    }
    for (const cardId of ['card1', 'card2']) {
      await workplace(world, cardId, { numberIds: [`number of ${cardId}`] });
      await promised(world, cardId, 'ann');
    }
  });

  const deactivate = (accountId: string, receiverId?: string) =>
    world.account(accountId, {
      type: 'Deactivate',
      data: { accountId, deactivatedBy: ADA, reason: 'moved', now: NOON, ...(receiverId && { receiverId }) },
    });
  const react = async (at = NOON) => {
    const event = await world.last('AccountDeactivated');
    await locks.deactivated(event, causedBy(event, 'leavers', at));
  };
  const slotsOf = async (callerId: string) =>
    [...(await world.runner.load(callerDecider, `caller-${callerId}`)).state.cardOf.values()].sort();
  const ownerOf = async (cardId: string) => (await world.cardState(cardId)).lock?.ownerId;

  test('R24: go to the receiver with their slots, once', async () => {
    await deactivate('ann', 'bo');
    await react();
    const before = await world.length();
    await react();
    expect(await world.length()).toBe(before);
    expect([await ownerOf('card1'), await ownerOf('card2')]).toEqual(['bo', 'bo']);
    expect([await slotsOf('ann'), await slotsOf('bo')]).toEqual([[], ['card1', 'card2']]);
    expect((await world.last('PriorityLockTransferred')).data).toMatchObject({
      fromCallerId: 'ann',
      transferredBy: ADA,
      reason: 'account-deactivated',
    });
  });

  test('R24: are never dropped for want of room', async () => {
    for (let index = 0; index < 50; index++) {
      const slot = { lockId: `own ${index}`, cardId: 'elsewhere', maxPriorityLocks: 50, now: NOON };
      await world.caller('bo', { type: 'TakeLockSlot', data: slot });
    }
    await deactivate('ann', 'bo');
    await react();
    expect(await ownerOf('card2')).toBe('bo');
    expect(await slotsOf('bo')).toHaveLength(52);
  });

  test('R24: go on to whom the receiver named who has left meanwhile', async () => {
    await deactivate('ann', 'bo');
    const event = await world.last('AccountDeactivated');
    await deactivate('bo', 'cy');
    await locks.deactivated(event, causedBy(event, 'leavers', NOON));
    expect([await ownerOf('card1'), await ownerOf('card2')]).toEqual(['cy', 'cy']);
  });

  test('R24: open to anyone where those who receive name each other', async () => {
    await deactivate('ann', 'bo');
    const event = await world.last('AccountDeactivated');
    await deactivate('bo', 'ann');
    await locks.deactivated(event, causedBy(event, 'leavers', NOON));
    expect(await world.cardState('card1')).toMatchObject({ rounds: [{ state: { status: 'scheduled' } }] });
    expect([await ownerOf('card1'), await ownerOf('card2')]).toEqual([undefined, undefined]);
    expect(await slotsOf('ann')).toEqual([]);
  });

  test('R24: stay with one who is active again', async () => {
    await deactivate('ann', 'bo');
    await world.account('ann', { type: 'Reactivate', data: { reactivatedBy: ADA, now: NOON } });
    await react();
    expect(await ownerOf('card1')).toBe('ann');
  });

  test('R3: wait for the end of a call of their owner, and keep none of the others back', async () => {
    await called(world, 'card1', { numberId: 'number of card1' });
    await deactivate('ann', 'bo');
    await expect(react()).rejects.toThrow(CallIsRunning);
    expect([await ownerOf('card1'), await ownerOf('card2')]).toEqual(['ann', 'bo']);
    await react(plus(NOON, { minutes: 15 }));
    expect(await ownerOf('card1')).toBe('bo');
    expect([await slotsOf('ann'), await slotsOf('bo')]).toEqual([[], ['card1', 'card2']]);
  });

  test('R24: that ended, or have another owner, leave the slot of the leaver only', async () => {
    await world.card('card1', {
      type: 'ReleaseLock',
      data: { lockId: 'lock of card1', releasedBy: 'lo', reason: 'asked', now: NOON },
    });
    await world.card('card2', {
      type: 'TransferLock',
      data: { lockId: 'lock of card2', toCallerId: 'cy', transferredBy: 'lo', reason: 'asked', now: NOON },
    });
    await deactivate('ann', 'bo');
    await react();
    expect([await ownerOf('card1'), await ownerOf('card2')]).toEqual([undefined, 'cy']);
    expect([await slotsOf('ann'), await slotsOf('bo')]).toEqual([[], []]);
  });
});
