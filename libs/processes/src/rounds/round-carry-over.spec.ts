import { beforeEach, describe, expect, test } from '@jest/globals';
import { InMemoryEventStore } from '#events/in-memory/in-memory-event-store';
import type { Appended } from '#events/store/event-store';
import { StoreUnavailable } from '#events/store/event-store.errors';
import { causedBy } from '../shared/caused-by.js';
import { CardFinderOverLog } from '../testing/finders-over-log.js';
import { ADA, CAMPAIGN, campaignWithRound, ROUND, workplace } from '../testing/workplaces.js';
import { NOON, World } from '../testing/world.js';
import { RoundCarryOver } from './round-carry-over.js';

/** A store that goes away after a number of appends. */
class FailingStore extends InMemoryEventStore {
  appendsLeft = Infinity;

  override append(...args: Parameters<InMemoryEventStore['append']>): Promise<Appended> {
    if (this.appendsLeft-- <= 0) return Promise.reject(new StoreUnavailable('unreachable', 'gone'));
    return super.append(...args);
  }
}

describe('the cards of a round that is carried over', () => {
  let store: FailingStore;
  let world: World;
  let carryOver: RoundCarryOver;

  beforeEach(async () => {
    store = new FailingStore();
    world = new World(store);
    carryOver = new RoundCarryOver(world.runner, new CardFinderOverLog(store));
    await campaignWithRound(world);
    for (const [index, cardId] of ['card1', 'card2', 'card3'].entries())
      await workplace(world, cardId, { priority: index });
  });

  const open = (carriedOverFrom?: string) =>
    world.campaign(CAMPAIGN, {
      type: 'OpenRound',
      data: {
        roundId: 'round2',
        name: 'Omgång 2',
        openedBy: ADA,
        now: NOON,
        ...(carriedOverFrom && { carriedOverFrom }),
      },
    });
  const react = async (signal = new AbortController().signal) => {
    const event = await world.last('RoundOpened');
    await carryOver.roundOpened(event, causedBy(event, 'carry-over', NOON), signal);
  };
  const entered = async () =>
    (await world.all('CardEnteredRound'))
      .filter(({ data }) => data.roundId === 'round2')
      .map(({ streamId, data }) => `${streamId} ${data.priority}`);

  test('enter the new one with their priority', async () => {
    await open(ROUND);
    await react();
    expect(await entered()).toEqual(['card-card1 0', 'card-card2 1', 'card-card3 2']);
  });

  test('stay where they are when the new round begins empty', async () => {
    await open();
    await react();
    expect(await entered()).toEqual([]);
  });

  test('R6: stay out where they are barred', async () => {
    await world.card('card2', { type: 'BarCard', data: { blockId: 'block', scope: 'number', now: NOON } });
    await open(ROUND);
    await react();
    expect(await entered()).toEqual(['card-card1 0', 'card-card3 2']);
  });

  test('enter once each, wherever a crash cut it short', async () => {
    await open(ROUND);
    store.appendsLeft = 2;
    await expect(react()).rejects.toThrow(StoreUnavailable);
    expect(await entered()).toHaveLength(2);
    store.appendsLeft = Infinity;
    await react();
    expect(await entered()).toHaveLength(3);
  });

  test('wait for the next start when the process ends', async () => {
    await open(ROUND);
    await expect(react(AbortSignal.abort())).rejects.toThrow();
    expect(await entered()).toEqual([]);
  });
});
