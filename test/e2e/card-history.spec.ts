import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { projections } from '#read-models/projections';
import { startTestApp, type TestApp } from '../support/test-app.js';
import type { SignedInClient } from '../support/test-client.js';
import { TestRound } from '../support/test-round.js';

interface Entry {
  readonly entryId: string;
  readonly type: string;
  readonly at: string;
  readonly correctedBy?: string;
}

const REACHED = { ending: 'answered', spokeWith: 'decision-maker' };
const DECLINED = { ...REACHED, outcome: { code: 'declined', reason: 'said-no' } };
const NO_MORE_CALLS = { ...REACHED, outcome: { code: 'no-more-calls', irritated: true } };

describe('a card', () => {
  let api: TestApp;
  let round: TestRound;
  let ann: SignedInClient;
  let cardId: string;

  beforeEach(async () => {
    api = await startTestApp({ projections });
    round = await TestRound.open(api);
    ann = await api.as('caller', 'ann');
    cardId = await round.card({ name: 'Skolan', companyId: await round.company('2120000142') });
  });

  afterEach(() => api.close());

  const mark = async (report: object): Promise<void> => {
    const { roundId } = round;
    await ann.post(`/rounds/${roundId}/next-card`);
    const { callId } = (await ann.post(`/cards/${cardId}/calls`, { roundId })).json<{ callId: string }>();
    await ann.post(`/cards/${cardId}/outcomes`, { roundId, callId, ...report });
    await api.caughtUp();
  };
  const get = async (client = ann) => (await client.get(`/cards/${cardId}`)).json<{ history: readonly Entry[] }>();

  test('R20: tells everything that happened to it, with who, when, as what and from which client', async () => {
    await ann.post(`/cards/${cardId}/notes`, { text: 'Ring växeln.' }, { 'aterkom-client': 'web/1.4' });
    await mark(DECLINED);
    const card = await get();
    expect(card).toMatchObject({
      cardId,
      workplace: { name: 'Skolan' },
      company: { companyNumber: '212000-0142', workplaces: 1 },
      rounds: [{ roundId: round.roundId, state: { status: 'closed-round' } }],
      lastServed: { because: 'never-called', callerName: 'Test ann', roundId: round.roundId },
      blocks: [],
    });
    expect(card.history.map(({ type }) => type)).toEqual([
      'CardImported',
      'CardEnteredRound',
      'NoteAdded',
      'CardClaimed',
      'CallStarted',
      'OfferDeclined',
    ]);
    expect(card.history[2]).toMatchObject({
      at: api.clock.now(),
      by: { accountId: ann.accountId, name: 'Test ann', role: 'caller' },
      client: 'web/1.4',
      data: { text: 'Ring växeln.' },
    });
  });

  test('R21: shows what was corrected, and by which fact', async () => {
    await mark(DECLINED);
    const [outcome] = (await get()).history.slice(-1);
    const before = (await get()).history.at(-1) as unknown as { data: { outcomeId: string } };
    const correction = {
      reason: 'fel knapp',
      ending: 'answered',
      spokeWith: 'gatekeeper',
      outcome: { code: 'callback' },
    };
    await ann.post(`/cards/${cardId}/outcomes/${before.data.outcomeId}/correction`, correction);
    const { history } = await get();
    const last = history.at(-1);
    expect(last).toMatchObject({ type: 'OutcomeCorrected', data: { reason: 'fel knapp' } });
    expect(history.find(({ entryId }) => entryId === outcome?.entryId)?.correctedBy).toBe(last?.entryId);
  });

  test('R6: shows the block that silences it', async () => {
    await mark(NO_MORE_CALLS);
    expect(await get()).toMatchObject({
      rounds: [{ state: { status: 'no-call' } }],
      blocks: [{ status: 'blocked', cause: 'no-more-calls', blockedByName: 'Test ann', irritated: true, cards: 1 }],
    });
  });

  test('is shown to an auditor, and is 404 where there is none', async () => {
    expect(await get(await api.as('auditor'))).toMatchObject({ cardId });
    expect((await ann.get(`/cards/${uuidv7()}`)).json()).toMatchObject({ status: 404, code: 'card.unknown' });
  });
});
