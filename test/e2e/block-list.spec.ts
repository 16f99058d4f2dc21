import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { projections } from '#read-models/projections';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { TestRound } from '../support/test-round.js';

const REACHED = { ending: 'answered', spokeWith: 'decision-maker' };
const NO_MORE_CALLS = { ...REACHED, outcome: { code: 'no-more-calls', irritated: true } };

describe('the list of blocks', () => {
  let api: TestApp;

  beforeEach(async () => {
    api = await startTestApp({ projections });
  });

  afterEach(() => api.close());

  test('R6: tells who must not be called and why, page by page', async () => {
    const round = await TestRound.open(api);
    const [ann, admin] = [await api.as('caller', 'ann'), await api.as('admin')];
    const { roundId } = round;
    for (const name of ['Ett', 'Två']) {
      const cardId = await round.card({ name });
      await ann.post(`/cards/${cardId}/claim`, { roundId });
      const { callId } = (await ann.post(`/cards/${cardId}/calls`, { roundId })).json<{ callId: string }>();
      await ann.post(`/cards/${cardId}/outcomes`, { roundId, callId, ...NO_MORE_CALLS });
      api.clock.moveTo('2026-11-23T08:10:00.000Z');
    }
    await api.caughtUp();
    type Blocks = { readonly blocks: readonly { readonly workplaceName: string }[]; readonly next?: string };
    const page = async (query: string) => (await admin.get(`/blocks?${query}`)).json<Blocks>();
    const first = await page('limit=1&status=blocked');
    expect(first.blocks).toMatchObject([
      { workplaceName: 'Två', status: 'blocked', numbers: 1, cards: 1, irritated: true },
    ]);
    expect(await page(`limit=1&status=blocked&after=${first.next ?? ''}`)).toMatchObject({
      blocks: [{ workplaceName: 'Ett' }],
    });
    expect(await page('status=lifted')).toEqual({ blocks: [] });
    expect(await page('status=undecided')).toEqual({ blocks: [] });
    expect((await admin.get('/blocks?after=nonsense')).json()).toMatchObject({
      status: 400,
      code: 'request.cursor-malformed',
    });
  });
});
