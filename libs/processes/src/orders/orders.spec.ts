import { beforeEach, describe, expect, test } from '@jest/globals';
import { plus } from '#domain/shared/instant';
import { INPUTS } from '#domain/card/testing/card-story';
import { orderDecider } from '#domain/order-life/order-life.decider';
import { orderStream } from '#events/contracts/stream-names';
import { OutcomeHealer } from '../outcomes/outcome-healer.js';
import { CompanyRegistry, type RegisteredCompany } from '../registry/company-registry.js';
import { causedBy } from '../shared/caused-by.js';
import { called, correctedToNobody, ledTo } from '../testing/calls.js';
import { campaignWithRound, workplace } from '../testing/workplaces.js';
import { NOON, World } from '../testing/world.js';
import { CompanyChecks } from './company-checks.js';
import { OrderCancellation } from './order-cancellation.js';

const ORDER = 'order-1';

/** Answers what it is told to. */
class ToldRegistry extends CompanyRegistry {
  override readonly name = 'told';
  readonly asked: string[] = [];
  constructor(private readonly found: RegisteredCompany | undefined) {
    super();
  }
  override find(companyNumber: string): Promise<RegisteredCompany | undefined> {
    this.asked.push(companyNumber);
    return Promise.resolve(this.found);
  }
}

describe('an order that a card has taken', () => {
  let world: World;

  beforeEach(async () => {
    world = new World();
    await campaignWithRound(world, { regretMinutes: 25 });
    await workplace(world, 'school', { numberIds: ['n1'] });
    await called(world, 'school', { numberId: 'n1' });
    await ledTo(world, 'school', INPUTS.order);
  });

  const heal = async () => {
    const taken = await world.last('OrderTaken');
    await new OutcomeHealer(world.runner).heal(taken, causedBy(taken, 'aftermath', NOON));
  };
  const orderNow = async () => (await world.runner.load(orderDecider, orderStream(ORDER))).state;

  test('is registered once where a crash left that undone, with the regret window of its campaign', async () => {
    await heal();
    await heal();
    expect(await world.all('OrderRegistered')).toMatchObject([
      {
        streamId: 'order-order-1',
        data: { cardId: 'school', callerId: 'ann', regretUntil: plus(NOON, { minutes: 25 }) },
      },
    ]);
  });

  test('R21: is withdrawn where a crash left that undone too', async () => {
    await correctedToNobody(world, 'school');
    const correction = await world.last('OutcomeCorrected');
    await new OutcomeHealer(world.runner).healCorrection(correction, causedBy(correction, 'aftermath', NOON));
    expect(await orderNow()).toMatchObject({ status: 'cancelled', cancellation: { cause: 'outcome-corrected' } });
  });

  test('tells its card once that it was cancelled', async () => {
    await heal();
    const cancellation = new OrderCancellation(world.runner);
    const cause = causedBy(await world.last('OrderRegistered'), 'orders', NOON);
    await cancellation.tellCard(ORDER, { cancelledBy: 'ada' }, cause);
    await cancellation.tellCard(ORDER, { cancelledBy: 'ada' }, cause);
    expect(await world.all('CardOrderCancelled')).toHaveLength(1);
  });

  test.each<[string, RegisteredCompany | undefined]>([
    ['match', { name: INPUTS.order.order.legalName.toUpperCase(), hasCeased: false }],
    ['mismatch', { name: 'Another AB', hasCeased: false }],
    ['ceased', { name: INPUTS.order.order.legalName, hasCeased: true }],
    ['unknown-number', undefined],
  ])('R18: is checked against a register: %s', async (result, found) => {
    await heal();
    const registry = new ToldRegistry(found);
    const checks = new CompanyChecks(world.runner, registry);
    const registered = await world.last('OrderRegistered');
    await checks.check(registered.streamId, causedBy(registered, 'company-checks', NOON));
    expect((await world.last('CompanyNumberChecked')).data).toMatchObject({ result, registry: 'told' });
    expect(registry.asked).toEqual([INPUTS.order.order.companyNumber]);
  });
});
