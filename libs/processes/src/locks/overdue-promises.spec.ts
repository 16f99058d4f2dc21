import { beforeEach, describe, expect, test } from '@jest/globals';
import { timedCause } from '../shared/timed-cause.js';
import { LockFinderOverLog } from '../testing/finders-over-log.js';
import { campaignWithRound, promised, workplace } from '../testing/workplaces.js';
import { World } from '../testing/world.js';
import { OverduePromises } from './overdue-promises.js';

/** Promised for Wednesday noon; Saturday and Sunday are no working days. */
const WEDNESDAY = '2026-11-25T11:00:00.000Z';
const BEFORE_MONDAY_NOON = '2026-11-30T10:59:59.999Z';
const MONDAY_NOON = '2026-11-30T11:00:00.000Z';

describe('an overdue PriorityCallback', () => {
  let world: World;
  let promises: OverduePromises;

  beforeEach(async () => {
    world = new World();
    promises = new OverduePromises(world.runner, new LockFinderOverLog(world.store));
    await campaignWithRound(world, { offerToTeamAfterWorkingDays: 3 });
    await workplace(world, 'card', { numberIds: ['n1'] });
    await promised(world, 'card', 'ann', { dueAt: WEDNESDAY });
  });

  const offer = (at: string, signal = new AbortController().signal) =>
    promises.offer(timedCause('overdue-promises', at), signal);
  const offered = async () => (await world.all('PriorityCallbackOfferedToTeam')).map(({ data }) => data);

  test('R24: is offered to the team after three working days, once', async () => {
    await offer(MONDAY_NOON);
    await offer(MONDAY_NOON);
    expect(await offered()).toEqual([
      { lockId: 'lock of card', roundId: 'round1', ownerId: 'ann', offeredAt: MONDAY_NOON },
    ]);
    expect((await world.last('PriorityCallbackOfferedToTeam')).metadata.actor).toBe('service:overdue-promises');
  });

  test('R24: is its owner’s until then', async () => {
    await offer(BEFORE_MONDAY_NOON);
    expect(await offered()).toEqual([]);
  });

  test('R24: is offered by whatever process runs then, for the read model remembers it', async () => {
    await offer(BEFORE_MONDAY_NOON);
    const later = new OverduePromises(world.runner, new LockFinderOverLog(world.store));
    await later.offer(timedCause('overdue-promises', MONDAY_NOON), new AbortController().signal);
    expect(await offered()).toHaveLength(1);
  });

  test('R24: is offered once more when it was promised to another owner since', async () => {
    await offer(MONDAY_NOON);
    await world.card('card', {
      type: 'TransferLock',
      data: { lockId: 'lock of card', toCallerId: 'bo', transferredBy: 'lo', reason: 'asked', now: MONDAY_NOON },
    });
    await offer('2026-12-03T10:59:59.999Z');
    expect(await offered()).toHaveLength(1);
    await offer('2026-12-03T11:00:00.000Z');
    expect((await offered()).map(({ ownerId }) => ownerId)).toEqual(['ann', 'bo']);
  });

  test('R6: is not offered past a block, and keeps none of the others back', async () => {
    await workplace(world, 'other', { numberIds: ['n2'] });
    await promised(world, 'other', 'ann', { dueAt: WEDNESDAY });
    await world.card('card', { type: 'BarCard', data: { blockId: 'block', scope: 'number', now: WEDNESDAY } });
    await offer(MONDAY_NOON);
    expect((await offered()).map(({ lockId }) => lockId)).toEqual(['lock of other']);
  });

  test('R24: waits for the next start when the process ends', async () => {
    await offer(MONDAY_NOON, AbortSignal.abort());
    expect(await offered()).toEqual([]);
  });
});
