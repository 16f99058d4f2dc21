import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { at } from '#domain/card/testing/card-story';
import { v7 as uuidv7 } from 'uuid';
import { projections } from '#read-models/projections';
import { writeCard } from '../support/card-past.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import type { SignedInClient } from '../support/test-client.js';
import { TestRound } from '../support/test-round.js';

const REACHED = { ending: 'answered', spokeWith: 'decision-maker' };
const DECLINED = { ...REACHED, outcome: { code: 'declined', reason: 'said-no' } };
const NO_MORE_CALLS = { ...REACHED, outcome: { code: 'no-more-calls', irritated: true } };
const PROMISED = {
  ...REACHED,
  outcome: { code: 'priority-callback', dueAt: at('2026-11-24T10:00'), personName: 'Eva Ek' },
};

describe('an export', () => {
  let api: TestApp;
  let round: TestRound;
  let ann: SignedInClient;
  let lead: SignedInClient;

  beforeEach(async () => {
    api = await startTestApp({ projections });
    round = await TestRound.open(api);
    [lead, ann] = [await api.as('lead'), await api.as('caller', 'ann')];
  });

  afterEach(() => api.close());

  /** Rung and marked; the outcome bears the id of the call. */
  const called = async (name: string, report: object): Promise<{ cardId: string; callId: string }> => {
    const cardId = await round.card({ name });
    const { roundId } = round;
    await ann.post(`/cards/${cardId}/claim`, { roundId });
    const { callId } = (await ann.post(`/cards/${cardId}/calls`, { roundId })).json<{ callId: string }>();
    await ann.post(`/cards/${cardId}/outcomes`, { roundId, callId, ...report });
    await api.caughtUp();
    return { cardId, callId };
  };

  const lines = async (name: string): Promise<readonly Readonly<Record<string, string>>[]> => {
    const answer = await lead.get(`/exports/${name}.csv`);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
    });
    return parse(answer.body, { bom: true, delimiter: ';', columns: true });
  };

  test('of cards has a line for each card and round', async () => {
    await called('Skolan', DECLINED);
    await round.card({ name: '=Bolaget', phones: ['+46812345678'] });
    expect(await lines('cards')).toMatchObject([
      { Arbetsställe: 'Skolan', Kampanjomgång: 'Omgång 1', Status: 'closed-round', 'Senaste utfall': 'Nej' },
      { Arbetsställe: "'=Bolaget", Status: 'available', Telefon: "'+46812345678", 'Senaste utfall': '' },
    ]);
  });

  test('R21: of outcomes has a line for each outcome, and one more for what corrects it', async () => {
    const { cardId, callId } = await called('Skolan', DECLINED);
    const correction = { reason: 'fel knapp', ...REACHED, spokeWith: 'gatekeeper', outcome: { code: 'callback' } };
    await ann.post(`/cards/${cardId}/outcomes/${callId}/correction`, correction);
    expect(await lines('outcomes')).toMatchObject([
      { 'Utfallets id': callId, Utfall: 'Nej', Säljare: 'Test ann', Slutade: '2026-11-23 09:00', 'Rättar utfall': '' },
      { Utfall: 'Återkom', 'Rättar utfall': callId, 'Rättat av': 'Test ann', Skäl: 'fel knapp' },
    ]);
  });

  test('R6: of blocks tells who set them and how far they reach', async () => {
    const { cardId } = await called('Skolan', NO_MORE_CALLS);
    expect(await lines('blocks')).toMatchObject([
      { Status: 'blocked', Orsak: 'no-more-calls', 'Satt av': 'Test ann', Kundkort: cardId, 'Kort nu': '1' },
    ]);
  });

  test('R24: of callbacks tells whose they are and when they are due', async () => {
    await called('Skolan', PROMISED);
    expect(await lines('callbacks')).toMatchObject([
      { Arbetsställe: 'Skolan', Beslutsfattare: 'Eva Ek', Säljare: 'Test ann', Tid: '2026-11-24 10:00', Läge: 'later' },
    ]);
  });

  test('of rounds tells what each came to', async () => {
    await called('Skolan', DECLINED);
    await round.card();
    expect(await lines('rounds')).toMatchObject([
      { Kampanj: 'Vår', Kampanjomgång: 'Omgång 1', Kort: '2', 'Avslutade kort': '1', Samtal: '1', Order: '0' },
    ]);
  });

  test('of accounts tells roles and no secret', async () => {
    await api.caughtUp();
    const accounts = await lines('accounts');
    expect(accounts.map(({ Användarnamn, Roll }) => [Användarnamn, Roll])).toEqual([
      ['admin', 'admin'],
      ['ann', 'caller'],
      ['lead', 'lead'],
    ]);
    expect(JSON.stringify(accounts)).not.toContain('argon2');
  });

  test('is written in the language of the client', async () => {
    const answer = await lead.get('/exports/accounts.csv', { 'accept-language': 'en' });
    expect(answer.body.split('\r\n')[0]).toBe('\uFEFFAccount;Username;Name;Role;Status');
  });

  test('of more than a page loses nothing and repeats nothing', async () => {
    const { roundId, campaignId } = round;
    for (let count = 0; count < 501; count += 1) await writeCard(api.store, { cardId: uuidv7(), campaignId, roundId });
    await api.caughtUp();
    expect(new Set((await lines('cards')).map(({ Kundkort }) => Kundkort)).size).toBe(501);
  });
});

test('an export of a view that is being built is refused as such, not cut off', async () => {
  const api = await startTestApp();
  const lead = await api.as('lead');
  expect((await lead.get('/exports/cards.csv')).json()).toMatchObject({ status: 503, code: 'read-model.building' });
  await api.close();
});
