import { beforeEach, describe, expect, test } from '@jest/globals';
import type { CompanyCommand } from '#domain/company/company.commands';
import type { NumberCommand } from '#domain/number/number.commands';
import { causedBy } from '../shared/caused-by.js';
import { BlockFinderOverLog, CardFinderOverLog } from '../testing/finders-over-log.js';
import { ADA, campaignWithRound, companyNamed, workplace } from '../testing/workplaces.js';
import { NOON, World } from '../testing/world.js';
import { BlockFanOut } from './block-fan-out.js';
import { BlockLiftCompletion } from './block-lift-completion.js';

const blockNumber: NumberCommand = {
  type: 'BlockNumber',
  data: { blockId: 'block', cause: 'by-hand', blockedBy: ADA, reason: 'asked', now: NOON },
};
const liftNumber: NumberCommand = {
  type: 'LiftNumberBlock',
  data: { blockId: 'block', liftedBy: ADA, reason: 'a mistake', evidence: 'letter 1', now: NOON },
};
const blockCompany: CompanyCommand = {
  type: 'BlockCompany',
  data: { blockId: 'block', cause: 'by-hand', blockedBy: ADA, reason: 'asked', now: NOON },
};
const liftCompany: CompanyCommand = {
  type: 'LiftCompanyBlock',
  data: { blockId: 'block', liftedBy: ADA, reason: 'a mistake', evidence: 'letter 1', now: NOON },
};
const propose = (cardId: string): CompanyCommand => ({
  type: 'ProposeBlock',
  data: { blockId: 'block', cardId, proposedBy: 'ann', reason: 'asked', smallCompanyWorkplaces: 1, now: NOON },
});
const dismiss: CompanyCommand = {
  type: 'DismissBlock',
  data: { blockId: 'block', dismissedBy: ADA, reason: 'one school only', now: NOON },
};

describe('a block', () => {
  let world: World;
  let fanOut: BlockFanOut;
  let completion: BlockLiftCompletion;

  beforeEach(async () => {
    world = new World();
    const cards = new CardFinderOverLog(world.store);
    fanOut = new BlockFanOut(world.runner, cards);
    completion = new BlockLiftCompletion(world.runner, cards, new BlockFinderOverLog(world.store));
    await campaignWithRound(world);
    await companyNamed(world, 'company');
    await workplace(world, 'school', { numberIds: ['n1', 'n2'], companyId: 'company' });
    await workplace(world, 'preschool', { numberIds: ['n1'], companyId: 'company' });
    await workplace(world, 'stranger', { numberIds: ['n2'] });
  });

  const cause = (event: Parameters<typeof causedBy>[0]) => causedBy(event, 'blocks', NOON);
  const barred = async (): Promise<string[]> => {
    const cards = await Promise.all(
      ['school', 'preschool', 'stranger'].map(async (id) => ({ id, card: await world.cardState(id) })),
    );
    return cards.filter(({ card }) => card.bars.length > 0).map(({ id }) => id);
  };
  const numberBlocked = async () => {
    const event = await world.last('NumberBlocked');
    await fanOut.numberBlocked(event, cause(event));
  };
  const companyBlocked = async () => {
    const event = await world.last('CompanyBlocked');
    await fanOut.companyBlocked(event, cause(event));
  };

  test('R6: of a number silences every card that has the number, of whatever company', async () => {
    await world.number('n2', blockNumber);
    await numberBlocked();
    expect(await barred()).toEqual(['school', 'stranger']);
    expect((await world.last('CardBarred')).data).toMatchObject({ blockId: 'block', scope: 'number' });
  });

  test('R6: is done by a service, because of the event, under ids that a repeat finds again', async () => {
    await world.number('n2', blockNumber);
    await numberBlocked();
    const { metadata } = await world.last('CardBarred');
    expect(metadata).toMatchObject({ actor: 'service:blocks', actorRole: 'service' });
    expect(metadata.$causationId).toBe((await world.last('NumberBlocked')).id);
    const before = await world.length();
    await numberBlocked();
    expect(await world.length()).toBe(before);
  });

  test('R6: that was lifted meanwhile silences nothing when its event comes late', async () => {
    await world.number('n2', blockNumber);
    await world.number('n2', liftNumber);
    await numberBlocked();
    expect(await barred()).toEqual([]);
  });

  test('R6: of a company reaches every number known to it and every card of it', async () => {
    await world.company('company', blockCompany);
    await companyBlocked();
    const numbers = await world.all('NumberBlocked');
    expect(numbers.map(({ streamId }) => streamId).sort()).toEqual(['number-n1', 'number-n2']);
    expect(numbers[0]?.data).toMatchObject({ cause: 'company-block', companyId: 'company', reason: 'asked' });
    expect(await barred()).toEqual(['school', 'preschool']);
  });

  test('R6: of a company that was lifted meanwhile reaches nothing', async () => {
    await world.company('company', blockCompany);
    await world.company('company', liftCompany);
    await companyBlocked();
    expect(await world.all('NumberBlocked')).toEqual([]);
    expect(await barred()).toEqual([]);
  });

  test('R6: holds for a number and a workplace that join the company later', async () => {
    await world.company('company', blockCompany);
    await workplace(world, 'annexe', { numberIds: ['n3'], companyId: 'company' });
    const event = await world.last('WorkplaceJoined');
    await fanOut.joined('company', { cardIds: ['annexe'], numberIds: ['n3'] }, cause(event));
    expect((await world.cardState('annexe')).bars).toEqual(['block']);
    expect((await world.last('NumberBlocked')).streamId).toBe('number-n3');
  });

  test('R6: holds for a card that gets a blocked number', async () => {
    await world.number('n9', blockNumber);
    await workplace(world, 'late', { numberIds: ['n9'] });
    await fanOut.numbersOnCard('late', ['n9'], cause(await world.last('CardImported')));
    expect((await world.cardState('late')).bars).toEqual(['block']);
  });

  test('R6: leaves out a card that the company knows before it is imported', async () => {
    await world.company('company', { type: 'JoinWorkplace', data: { cardId: 'unborn', numberIds: [], now: NOON } });
    await world.company('company', blockCompany);
    await companyBlocked();
    expect(await barred()).toEqual(['school', 'preschool']);
  });

  test('R6: that a larger company has to decide on freezes the other cards, and a dismissal thaws them', async () => {
    await world.company('company', propose('school'));
    const proposed = await world.last('CompanyBlockProposed');
    await fanOut.companyBlockProposed(proposed, cause(proposed));
    expect((await world.cardState('preschool')).freezes).toEqual(['block']);
    expect((await world.cardState('school')).freezes).toEqual([]);
    await world.company('company', dismiss);
    const dismissed = await world.last('CompanyBlockDismissed');
    await fanOut.companyBlockDismissed(dismissed, cause(dismissed));
    expect((await world.cardState('preschool')).freezes).toEqual([]);
  });

  test('R6: that admin decides holds for all turns the freeze into a bar', async () => {
    await world.company('company', propose('school'));
    const proposed = await world.last('CompanyBlockProposed');
    await fanOut.companyBlockProposed(proposed, cause(proposed));
    await world.company('company', blockCompany);
    await companyBlocked();
    expect(await world.cardState('preschool')).toMatchObject({ freezes: [], bars: ['block'] });
    await fanOut.companyBlockProposed(proposed, cause(proposed));
    expect((await world.cardState('preschool')).freezes).toEqual([]);
  });

  test('R6: a workplace that joins while a decision is awaited waits with the others', async () => {
    await world.company('company', propose('school'));
    await workplace(world, 'annexe', { numberIds: ['n3'], companyId: 'company' });
    const event = await world.last('WorkplaceJoined');
    await fanOut.joined('company', { cardIds: ['annexe'], numberIds: ['n3'] }, cause(event));
    expect((await world.cardState('annexe')).freezes).toEqual(['block']);
  });

  test('R6: that is lifted for the company is lifted on its numbers and cards', async () => {
    await world.company('company', blockCompany);
    await companyBlocked();
    await world.company('company', liftCompany);
    const event = await world.last('CompanyBlockLifted');
    await completion.companyLifted(event, cause(event));
    expect(await barred()).toEqual([]);
    const lifts = await world.all('NumberBlockLifted');
    expect(lifts.map(({ streamId }) => streamId).sort()).toEqual(['number-n1', 'number-n2']);
    expect(lifts[0]?.data).toMatchObject({ liftedBy: ADA, reason: 'a mistake', evidence: 'letter 1' });
  });

  test('R6: whose lift a crash cut short after the first number is lifted on the others', async () => {
    await world.number('n1', blockNumber);
    await numberBlocked();
    await world.number('n2', blockNumber);
    await numberBlocked();
    await world.number('n1', liftNumber);
    const event = await world.last('NumberBlockLifted');
    await completion.numberLifted(event, cause(event));
    expect((await world.last('NumberBlockLifted')).streamId).toBe('number-n2');
    expect(await barred()).toEqual([]);
  });

  test('R6: beside another one leaves the card silent until both are lifted', async () => {
    await world.number('n1', blockNumber);
    await numberBlocked();
    await world.number('n2', { ...blockNumber, data: { ...blockNumber.data, blockId: 'other' } });
    await numberBlocked();
    await world.number('n1', liftNumber);
    const event = await world.last('NumberBlockLifted');
    await completion.numberLifted(event, cause(event));
    expect((await world.cardState('school')).bars).toEqual(['other']);
  });
});
