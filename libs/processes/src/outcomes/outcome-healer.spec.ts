import { beforeEach, describe, expect, test } from '@jest/globals';
import { defaultSettings } from '#domain/campaign/campaign-settings';
import type { CorrectOutcome } from '#domain/card/card.commands';
import { plus } from '#domain/shared/instant';
import { numberDecider } from '#domain/number/number.decider';
import { restingUntil } from '#domain/number/number';
import type { OutcomeEvent } from '#events/contracts/index';
import type { Recorded } from '#events/store/recorded-event';
import { causedBy } from '../shared/caused-by.js';
import { called, ledTo } from '../testing/calls.js';
import { campaignWithRound, companyNamed, workplace } from '../testing/workplaces.js';
import { NOON, World } from '../testing/world.js';
import { OutcomeHealer } from './outcome-healer.js';

const TOMORROW = plus(NOON, { hours: 24 });
const ONE = plus(NOON, { hours: 1 });

describe('what a crash left undone after an outcome', () => {
  let world: World;
  let healer: OutcomeHealer;

  beforeEach(async () => {
    world = new World();
    healer = new OutcomeHealer(world.runner);
    await campaignWithRound(world);
    await companyNamed(world, 'company');
    await workplace(world, 'card', { numberIds: ['n1', 'n2'], companyId: 'company' });
    await called(world, 'card', { numberId: 'n1' });
  });

  const heal = async (type: OutcomeEvent['type']) => {
    // The cast: the type is one of an outcome.
    const outcome = (await world.last(type)) as Recorded<OutcomeEvent>;
    await healer.heal(outcome, causedBy(outcome, 'aftermath', NOON));
  };
  const correct = async (correctedOutcomeId: string, outcomeId: string, data: Partial<CorrectOutcome['data']>) => {
    const told = { ending: 'answered', spokeWith: 'decision-maker', outcome: { code: 'declined', reason: 'said-no' } };
    const by = { correctedBy: 'ann', actorRole: 'caller', reason: 'wrong button', settings: defaultSettings, now: ONE };
    // The cast: `told` is one of the outcomes.
    const command = { correctedOutcomeId, outcomeId, ...told, ...by, ...data } as CorrectOutcome['data'];
    await world.card('card', { type: 'CorrectOutcome', data: command });
    const event = await world.last('OutcomeCorrected');
    await healer.healCorrection(event, causedBy(event, 'aftermath', ONE));
  };
  const restOfNumber = async () => restingUntil((await world.runner.load(numberDecider, 'number-n1')).state, ONE);

  test('R1, R9: is done: the call ends, number and company rest', async () => {
    await ledTo(world, 'card', { code: 'declined', reason: 'said-no' });
    await heal('OfferDeclined');
    expect((await world.last('CallEnded')).data).toMatchObject({ callId: 'call', restUntil: TOMORROW });
    expect((await world.last('CompanyContacted')).data).toMatchObject({ callId: 'call', restUntil: TOMORROW });
  });

  test('R6: is done: no-more-calls blocks the company and every number of it', async () => {
    await ledTo(world, 'card', { code: 'no-more-calls', irritated: false, blockId: 'block' });
    await heal('NoMoreCallsRequested');
    expect((await world.last('CompanyBlocked')).data.blockId).toBe('block');
    expect((await world.all('NumberBlocked')).map(({ streamId }) => streamId).sort()).toEqual([
      'number-n1',
      'number-n2',
    ]);
  });

  test('changes nothing where it was done already', async () => {
    await ledTo(world, 'card', { code: 'no-more-calls', irritated: false, blockId: 'block' });
    await heal('NoMoreCallsRequested');
    const before = await world.length();
    await heal('NoMoreCallsRequested');
    expect(await world.length()).toBe(before);
  });

  test('R9, R21: a correction takes the rest back that the corrected outcome began', async () => {
    await ledTo(world, 'card', { code: 'declined', reason: 'said-no' });
    await heal('OfferDeclined');
    expect(await restOfNumber()).toBe(TOMORROW);
    await correct('call', 'second', { spokeWith: 'nobody', ending: 'unanswered', outcome: { code: 'no-answer' } });
    expect(await restOfNumber()).toBeUndefined();
    expect((await world.last('CompanyContacted')).data).toMatchObject({ callId: 'call', restUntil: NOON });
  });

  test('R21: a correction of a correction is about the same call', async () => {
    await ledTo(world, 'card', { code: 'declined', reason: 'said-no' });
    await heal('OfferDeclined');
    await correct('call', 'second', { spokeWith: 'nobody', ending: 'unanswered', outcome: { code: 'no-answer' } });
    await correct('second', 'third', {});
    expect(await restOfNumber()).toBe(TOMORROW);
    await correct('third', 'fourth', { spokeWith: 'nobody', ending: 'unanswered', outcome: { code: 'no-answer' } });
    expect(await restOfNumber()).toBeUndefined();
  });

  test('R21: is left to the correction where the outcome was corrected meanwhile', async () => {
    await ledTo(world, 'card', { code: 'declined', reason: 'said-no' });
    await correct('call', 'second', { spokeWith: 'nobody', ending: 'unanswered', outcome: { code: 'no-answer' } });
    await heal('OfferDeclined');
    expect(await restOfNumber()).toBeUndefined();
  });
});
