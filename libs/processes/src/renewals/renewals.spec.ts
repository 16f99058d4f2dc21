import { beforeEach, describe, expect, test } from '@jest/globals';
import { INPUTS } from '#domain/card/testing/card-story';
import { defaultSettings } from '#domain/campaign/campaign-settings';
import { OrderFinder } from '../finding/order-finder.js';
import { OutcomeHealer } from '../outcomes/outcome-healer.js';
import type { OrderRow } from '#events/contracts/index';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { InMemoryEventStore } from '#events/in-memory/in-memory-event-store';
import type { EventStore } from '#events/store/event-store';
import { causedBy } from '../shared/caused-by.js';
import { called, ledTo } from '../testing/calls.js';
import { CAMPAIGN, campaignWithRound, workplace } from '../testing/workplaces.js';
import { NOON, World } from '../testing/world.js';
import type { RenewalRound } from './renewal-orders.js';
import { RenewalTold } from './renewal-told.js';
import { Renewals } from './renewals.js';

const NEXT_ROUND = 'round2';
const SPRING = '2027-02-01T11:00:00.000Z';
const round: RenewalRound = {
  campaignId: CAMPAIGN,
  roundId: NEXT_ROUND,
  season: '2027-spring',
  settings: defaultSettings,
};
const ROW: OrderRow = {
  product: 'Annons',
  productClass: 'advertising',
  kind: 'recurring',
  oncePerYear: false,
  listPriceOre: 120_000,
  packageOre: 120_000,
  vatPercent: 25,
  vatOre: 30_000,
};
const causeOf = (commandId: string): Cause => ({
  commandId,
  correlationId: commandId,
  causationId: commandId,
  actor: 'lena',
  actorRole: 'lead',
  occurredAt: SPRING,
});

/** As views that show nothing yet: the card itself knows what it has taken. */
class NothingShown extends OrderFinder {
  override ofCard(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }
}

/** A process that dies before it has told the card. */
class BeforeCard extends InMemoryEventStore {
  constructor(private readonly shared: EventStore) {
    super();
  }
  override append(...args: Parameters<EventStore['append']>) {
    return args[0].startsWith('card-') ? Promise.reject(new Error('killed')) : this.shared.append(...args);
  }
  override readStream(...args: Parameters<EventStore['readStream']>) {
    return this.shared.readStream(...args);
  }
}

describe('a renewal', () => {
  let world: World;

  beforeEach(async () => {
    world = new World();
    await campaignWithRound(world);
    await workplace(world, 'school', { numberIds: ['n1'] });
    await called(world, 'school', { numberId: 'n1' });
    const { order } = INPUTS.order;
    await ledTo(world, 'school', { ...INPUTS.order, order: { ...order, rows: [ROW] } });
    const taken = await world.last('OrderTaken');
    await new OutcomeHealer(world.runner).heal(taken, causedBy(taken, 'aftermath', NOON));
    const entry = { campaignId: CAMPAIGN, roundId: NEXT_ROUND, priority: 0, now: SPRING };
    await world.card('school', { type: 'EnterRound', data: entry });
  });

  const renew = (commandId: string, store: EventStore = world.store) =>
    new Renewals(new DecisionRunner(store), new NothingShown()).renew('school', round, causeOf(commandId));

  test('is one order however often it is made, by whomever', async () => {
    const [first, second] = [await renew('c1'), await renew('c2')];
    expect(second.renewed).toEqual(first.renewed);
    expect(await world.all('OrderRegistered')).toHaveLength(2);
    expect(await world.all('CardOrderRenewed')).toHaveLength(1);
    expect((await world.last('OrderRegistered')).data).toMatchObject({
      channel: 'renewal',
      callerId: 'lena',
      renewal: { season: '2027-spring', of: ['order-1'] },
    });
  });

  test.each<[string, (registered: string) => Promise<unknown>]>([
    ['the one who asks again', () => renew('c2')],
    ['the reactor', (orderId) => new RenewalTold(world.runner).tellCard(orderId, causeOf('reactor'))],
  ])('whose process died in between is told to the card by %s', async (_, heal) => {
    await expect(renew('c1', new BeforeCard(world.store))).rejects.toThrow('killed');
    expect(await world.all('CardOrderRenewed')).toEqual([]);
    const { streamId } = await world.last('OrderRegistered');
    await heal(streamId.replace('order-', ''));
    expect((await world.last('CardOrderRenewed')).data).toMatchObject({ roundId: NEXT_ROUND, renewedBy: 'lena' });
  });

  test('is not made of an order that was none', async () => {
    const told = await new RenewalTold(world.runner).tellCard('order-1', causeOf('reactor'));
    expect(told).toEqual([]);
  });
});
