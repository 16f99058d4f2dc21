import { beforeEach, describe, expect, test } from '@jest/globals';
import { CardHeldByAnother } from '#domain/card/holding.errors';
import { callerDecider } from '#domain/caller/caller.decider';
import { causedBy } from '../shared/caused-by.js';
import { called, claimed } from '../testing/calls.js';
import { ADA, campaignWithRound, companyNamed, promised, workplace } from '../testing/workplaces.js';
import { NOON, World } from '../testing/world.js';
import { CompanyClosing } from './company-closing.js';

describe('the cards of a company that has ceased', () => {
  let world: World;
  let closing: CompanyClosing;

  beforeEach(async () => {
    world = new World();
    closing = new CompanyClosing(world.runner);
    await campaignWithRound(world);
    await companyNamed(world, 'company');
    await workplace(world, 'school', { numberIds: ['n1'], companyId: 'company' });
    await workplace(world, 'preschool', { numberIds: ['n2'], companyId: 'company' });
  });

  const cease = () =>
    world.company('company', { type: 'ConfirmCeased', data: { confirmedBy: ADA, evidence: 'register', now: NOON } });
  const close = async () => {
    const event = await world.last('CompanyCeased');
    await closing.close('company', causedBy(event, 'ceased-companies', NOON));
  };
  const withdraw = () => {
    const data = { withdrawnBy: ADA, reason: 'another company', evidence: 'register', now: NOON };
    return world.company('company', { type: 'WithdrawCeasing', data });
  };
  const reopen = async () => {
    const event = await world.last('CeasingWithdrawn');
    await closing.reopen('company', event.data, causedBy(event, 'ceased-companies', NOON));
  };
  const closed = async () => (await world.all('CompanyReportedCeased')).map(({ streamId }) => streamId).sort();

  test('are closed for good, once', async () => {
    await cease();
    await close();
    await close();
    expect(await closed()).toEqual(['card-preschool', 'card-school']);
    expect((await world.cardState('school')).final).toEqual({ reason: 'ceased', since: NOON });
    expect((await world.last('CompanyReportedCeased')).data).toMatchObject({ cause: 'admin', callerId: ADA });
  });

  test('stay open while no admin has confirmed it', async () => {
    await closing.close('company', causedBy(await world.last('WorkplaceJoined'), 'ceased-companies', NOON));
    expect(await closed()).toEqual([]);
  });

  test('R3: give up their claims and locks, and the lock its slot', async () => {
    await promised(world, 'school', 'ann');
    await claimed(world, 'preschool', 'bo');
    await cease();
    await close();
    expect(await closed()).toHaveLength(2);
    const { state } = await world.runner.load(callerDecider, 'caller-ann');
    expect([...state.cardOf]).toEqual([]);
    expect((await world.last('PriorityLockReleased')).data.reason).toBe('company-ceased');
    expect((await world.last('ClaimReleased')).data.releasedBy).toBe(ADA);
  });

  test('R2: wait for the outcome of a call under way, and keep none of the others open', async () => {
    await called(world, 'school', { numberId: 'n1' });
    await cease();
    await expect(close()).rejects.toThrow(CardHeldByAnother);
    expect(await closed()).toEqual(['card-preschool']);
  });

  test('are open again when an admin withdraws it, but for those that are silenced besides', async () => {
    await cease();
    await close();
    await world.card('preschool', { type: 'BarCard', data: { blockId: 'block', scope: 'workplace', now: NOON } });
    await withdraw();
    await reopen();
    await reopen();
    expect((await world.all('CardReopened')).map(({ streamId }) => streamId)).toEqual(['card-school']);
    await close();
    expect((await world.cardState('school')).final).toBeUndefined();
    await cease();
    await close();
    expect((await world.cardState('school')).final).toMatchObject({ reason: 'ceased' });
  });

  test('are closed when they join it later', async () => {
    await cease();
    await workplace(world, 'annexe', { numberIds: ['n3'], companyId: 'company' });
    await closing.close('company', causedBy(await world.last('WorkplaceJoined'), 'ceased-companies', NOON), ['annexe']);
    expect(await closed()).toEqual(['card-annexe']);
  });
});
