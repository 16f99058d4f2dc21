import { beforeEach, describe, expect, test } from '@jest/globals';
import { caseDecider } from '#domain/case/case.decider';
import { raisingsAt } from '#domain/case/order-cases';
import { orderDecider } from '#domain/order-life/order-life.decider';
import type { OrderCommand } from '#domain/order-life/order-life.commands';
import { agreed, AFTER, ANN, REGRET_UNTIL, TAKEN } from '#domain/order-life/testing/order-story';
import { caseStream, orderStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { causedBy } from '../shared/caused-by.js';
import { World } from '../testing/world.js';
import { effectCause } from './case-effect.js';
import { caseIdOf } from './case-id.js';
import { CaseRaiser } from './case-raiser.js';
import { CaseSettler } from './case-settler.js';

const ORDER = 'order-1';
const ACCEPT: OrderCommand = {
  type: 'AcceptCompanyNumber',
  data: { acceptedBy: 'ada', reason: 'rang them', now: AFTER },
};

const asked = (commandId: string): Cause => ({
  commandId,
  correlationId: commandId,
  causationId: commandId,
  actor: 'ada',
  actorRole: 'admin',
  occurredAt: AFTER,
});

describe('the cases of an order', () => {
  let world: World;
  let caseId: string;

  const order = (command: OrderCommand, cause = asked(command.type)) =>
    world.runner.run(orderDecider, orderStream(ORDER), command, cause);
  const check = (registeredName: string): OrderCommand => {
    const { companyNumber, legalName } = agreed().order;
    const said = { result: 'mismatch', registry: 'csv', registeredName } as const;
    return { type: 'RecordCompanyCheck', data: { ...said, companyNumber, legalName, now: TAKEN } };
  };
  const events = async () => (await world.runner.load(orderDecider, orderStream(ORDER))).events;
  const last = async () => {
    const event = (await events()).at(-1);
    if (!event) throw new Error('the order is unknown');
    return event;
  };
  /** What a reactor does about the last event; answers the case that it raised. */
  const raiseOfLast = async (): Promise<string> => {
    const raisings = raisingsAt(ORDER, await events());
    const event = await last();
    await new CaseRaiser(world.runner).raise(raisings, event, causedBy(event, 'cases', AFTER));
    return caseIdOf(raisings[0]?.key ?? '');
  };
  const settle = async () =>
    new CaseSettler(world.runner).settle(await events(), causedBy(await last(), 'cases', AFTER));
  const resolved = async () => (await world.all('CaseResolved')).map(({ streamId, data }) => ({ streamId, data }));

  beforeEach(async () => {
    world = new World();
    const origin = { cardId: 'card-1', campaignId: 'campaign-1', roundId: 'round-1', callerId: ANN };
    const call = { outcomeId: 'call-1', attempt: 1, channel: 'call' } as const;
    const times = { takenAt: TAKEN, regretUntil: REGRET_UNTIL, now: TAKEN };
    await order({ type: 'RegisterOrder', data: { ...origin, ...call, ...agreed(), ...times } });
    await order(check('Another AB'));
    caseId = await raiseOfLast();
  });

  test('R18: are resolved once by the fact that settled them, in the name of the service', async () => {
    await order(ACCEPT);
    for (let time = 0; time < 2; time += 1) await settle();
    const settledBy = { type: 'CompanyNumberAccepted', eventId: (await last()).id };
    const resolution = { effect: 'settled-elsewhere', settledBy, resolvedBy: 'service:cases', resolvedAt: AFTER };
    expect(await resolved()).toMatchObject([{ streamId: caseStream(caseId), data: resolution }]);
  });

  test('R18: are left to the admin who settles one of them by its own effect, all but that one', async () => {
    await order(check('A third AB'), asked('second check'));
    const second = await raiseOfLast();
    await order(ACCEPT, effectCause(second, asked('resolve')));
    await settle();
    expect(await resolved()).toMatchObject([{ streamId: caseStream(caseId) }]);
    const { state } = await world.runner.load(caseDecider, caseStream(second));
    expect(state.status).toBe('new');
  });
});
