import { beforeEach, describe, expect, test } from '@jest/globals';
import { callerDecider } from '#domain/caller/caller.decider';
import { plus } from '#domain/shared/instant';
import { timedCause } from '../shared/timed-cause.js';
import { LockFinderOverLog } from '../testing/finders-over-log.js';
import { campaignWithRound, promised, workplace } from '../testing/workplaces.js';
import { NOON, World } from '../testing/world.js';
import { SlotSweep } from './slot-sweep.js';

const LATER = plus(NOON, { minutes: 2 });

describe('a slot that a priority lock took', () => {
  let world: World;

  beforeEach(async () => {
    world = new World();
    await campaignWithRound(world);
    await workplace(world, 'card', { numberIds: ['n1'] });
    await promised(world, 'card', 'ann');
  });

  const sweep = (at: string) =>
    new SlotSweep(world.runner, new LockFinderOverLog(world.store)).sweep(
      timedCause('lock-slots', at),
      new AbortController().signal,
    );
  const slots = async () => [...(await world.runner.load(callerDecider, 'caller-ann')).state.cardOf.keys()];
  const release = () =>
    world.card('card', {
      type: 'ReleaseLock',
      data: { lockId: 'lock of card', releasedBy: 'lo', reason: 'asked', now: NOON },
    });

  test('R24: is kept while the lock stands', async () => {
    await sweep(LATER);
    expect(await slots()).toEqual(['lock of card']);
  });

  test('R24: is freed once the lock has ended', async () => {
    await release();
    await sweep(LATER);
    expect(await slots()).toEqual([]);
    expect((await world.last('LockSlotFreed')).metadata.actor).toBe('service:lock-slots');
  });

  test('R24: is freed when the lock has another owner', async () => {
    const transfer = { lockId: 'lock of card', toCallerId: 'bo', transferredBy: 'lo', reason: 'asked', now: NOON };
    await world.card('card', { type: 'TransferLock', data: transfer });
    await sweep(LATER);
    expect(await slots()).toEqual([]);
  });

  test('R24: is freed again after it was taken again', async () => {
    await release();
    await sweep(LATER);
    const again = { lockId: 'lock of card', cardId: 'card', maxPriorityLocks: 50, now: LATER };
    await world.caller('ann', { type: 'TakeLockSlot', data: again });
    await sweep(plus(LATER, { hours: 1 }));
    expect(await slots()).toEqual([]);
  });

  test('R24: is left alone for a minute, in which its card may still be locked', async () => {
    const young = { lockId: 'to be', cardId: 'card', maxPriorityLocks: 50, now: LATER };
    await world.caller('ann', { type: 'TakeLockSlot', data: young });
    await sweep(plus(LATER, { seconds: 59 }));
    expect(await slots()).toEqual(['lock of card', 'to be']);
    await sweep(plus(LATER, { seconds: 60 }));
    expect(await slots()).toEqual(['lock of card']);
  });
});
