import { beforeEach, describe, expect, test } from '@jest/globals';
import { plus } from '#domain/shared/instant';
import { causedBy } from '../shared/caused-by.js';
import { called, correctedToNobody, ledTo } from '../testing/calls.js';
import { CardFinderOverLog } from '../testing/finders-over-log.js';
import { campaignWithRound, companyNamed, workplace } from '../testing/workplaces.js';
import { NOON, World } from '../testing/world.js';
import { RestFanOut } from './rest-fan-out.js';

const TOMORROW = plus(NOON, { hours: 24 });

describe('a rest', () => {
  let world: World;
  let fanOut: RestFanOut;

  beforeEach(async () => {
    world = new World();
    fanOut = new RestFanOut(world.runner, new CardFinderOverLog(world.store));
    await campaignWithRound(world);
    await companyNamed(world, 'company');
    await workplace(world, 'called', { numberIds: ['n1'], companyId: 'company' });
    await workplace(world, 'same-number', { numberIds: ['n1'] });
    await workplace(world, 'same-company', { numberIds: ['n2'], companyId: 'company' });
    await workplace(world, 'stranger', { numberIds: ['n3'] });
  });

  const rested = async () => (await world.all('CardRested')).map(({ streamId }) => streamId);
  const callEnded = async (at = NOON) => {
    const event = await world.last('CallEnded');
    await fanOut.callEnded(event, causedBy(event, 'rests', at));
  };
  const end = (restUntil?: string) =>
    world.number('n1', {
      type: 'EndCall',
      data: {
        callId: 'call',
        cardId: 'called',
        spokeWith: restUntil ? 'gatekeeper' : 'nobody',
        ...(restUntil && { restUntil }),
        now: NOON,
      },
    });
  const contact = async () => {
    const data = { callId: 'call', cardId: 'called', restUntil: TOMORROW, smallCompanyWorkplaces: 3, now: NOON };
    await world.company('company', { type: 'RecordContact', data });
    const event = await world.last('CompanyContacted');
    await fanOut.companyContacted(event, causedBy(event, 'rests', NOON));
  };

  test('R9: reaches the other cards with the number, once', async () => {
    await end(TOMORROW);
    await callEnded();
    await callEnded();
    expect(await rested()).toEqual(['card-same-number']);
    expect((await world.last('CardRested')).data).toMatchObject({ becauseOfCallId: 'call', restUntil: TOMORROW });
  });

  test('R9, R21: ends for the others when it turns out that nobody was spoken with', async () => {
    await called(world, 'called', { numberId: 'n1' });
    await ledTo(world, 'called', { code: 'callback' });
    await contact();
    await end(TOMORROW);
    await callEnded();
    expect(await rested()).toEqual(['card-same-company', 'card-same-number']);
    await correctedToNobody(world, 'called');
    const event = await world.last('OutcomeCorrected');
    await fanOut.outcomeCorrected(event, causedBy(event, 'rests', NOON));
    for (const card of ['same-number', 'same-company']) expect((await world.cardState(card)).restUntil).toBe(NOON);
  });

  test('R9: does not begin where nobody was spoken with', async () => {
    await end();
    await callEnded();
    expect(await rested()).toEqual([]);
  });

  test('R9: that is over when its event comes late leads to nothing', async () => {
    await end(TOMORROW);
    await callEnded(TOMORROW);
    expect(await rested()).toEqual([]);
  });

  test('R9: reaches the other cards of a small company', async () => {
    await contact();
    expect(await rested()).toEqual(['card-same-company']);
  });
});
