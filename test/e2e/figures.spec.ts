import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { at, called, INPUTS, order } from '#domain/card/testing/card-story';
import { projections } from '#read-models/projections';
import { writeCard } from '../support/card-past.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import type { SignedInClient } from '../support/test-client.js';

interface Figures {
  readonly rows: readonly Record<string, unknown>[];
  readonly totals: Record<string, number>;
  readonly callsPerCard: readonly object[];
  readonly definitions: { readonly measures: readonly { readonly column: string }[] };
}

const MONDAY = { now: at('2026-11-23T10:00') };
const TUESDAY = { now: at('2026-11-24T14:00') };

describe('figures', () => {
  let api: TestApp;
  let lead: SignedInClient;
  let ann: SignedInClient;
  let bo: SignedInClient;
  let campaignId: string;
  let roundId: string;

  beforeEach(async () => {
    api = await startTestApp({ projections });
    lead = await api.as('lead');
    [ann, bo] = [await api.as('caller', 'ann'), await api.as('caller', 'bo')];
    campaignId = (await lead.post('/campaigns', { name: 'Vår' })).json<{ campaignId: string }>().campaignId;
    const opened = await lead.post(`/campaigns/${campaignId}/rounds`, { name: 'Omgång 1' });
    roundId = opened.json<{ roundId: string }>().roundId;
    await work();
  });

  afterEach(() => api.close());

  /** Ann rings one card twice and sells on Tuesday, Bo gets a no on Monday, a third card is never rung. */
  async function work(): Promise<void> {
    const card = { campaignId, roundId };
    const sold = { ...INPUTS.order, order: { ...order, totalOre: 120_000 } };
    const anns = [
      ...called(ann.accountId, INPUTS['no-answer'], { roundId, callId: 'a1', ...MONDAY }),
      ...called(ann.accountId, sold, { roundId, callId: 'a2', ...TUESDAY }),
    ];
    const bos = called(bo.accountId, INPUTS.declined, { roundId, callId: 'b1', ...MONDAY });
    await writeCard(api.store, { ...card, cardId: uuidv7(), commands: anns });
    await writeCard(api.store, { ...card, cardId: uuidv7(), commands: bos });
    await writeCard(api.store, { ...card, cardId: uuidv7() });
    await api.caughtUp();
  }

  const ask = async (query: string, client = lead) => (await client.get(`/figures?${query}`)).json<Figures>();

  test('of a round: totals, and how many calls its cards took', async () => {
    expect(await ask(`roundId=${roundId}`)).toMatchObject({
      totals: { callsStarted: 3, calls: 3, contacts: 2, attempts: 1, orders: 1, orderValueOre: 120_000 },
      cards: 3,
      callsPerCard: [
        { calls: 0, cards: 1, closed: 0, ordered: 0 },
        { calls: 1, cards: 1, closed: 1, ordered: 0 },
        { calls: 2, cards: 1, closed: 1, ordered: 1 },
      ],
    });
  });

  test('of a campaign by caller and day, with names', async () => {
    const { rows } = await ask(`campaignId=${campaignId}&groupBy=day,caller`);
    expect(rows.map(({ day, callerName, calls, orders }) => [day, callerName, calls, orders])).toEqual(
      expect.arrayContaining([
        ['2026-11-23', 'Test ann', 1, 0],
        ['2026-11-23', 'Test bo', 1, 0],
        ['2026-11-24', 'Test ann', 1, 1],
      ]),
    );
    expect(rows).toHaveLength(3);
    expect(rows[2]).toMatchObject({ callerId: ann.accountId, day: '2026-11-24' });
  });

  test('of some days, and of one caller over all campaigns', async () => {
    expect((await ask('from=2026-11-24&to=2026-11-24')).totals).toMatchObject({ calls: 1, orders: 1 });
    expect((await ask(`callerId=${bo.accountId}&groupBy=outcome`)).rows).toMatchObject([
      { outcome: 'call-started', callsStarted: 1, calls: 0 },
      { outcome: 'declined', callsStarted: 0, calls: 1 },
    ]);
  });

  test('carry a definition of every number that they tell', async () => {
    const { totals, definitions } = await ask(`roundId=${roundId}`);
    expect(definitions.measures.map(({ column }) => column).sort()).toEqual(Object.keys(totals).sort());
  });

  test('of others are not shown to a caller', async () => {
    expect((await ask('', ann)).totals).toMatchObject({ calls: 2 });
    expect((await ann.get(`/figures?callerId=${bo.accountId}`)).json()).toMatchObject({
      status: 403,
      code: 'account.role-may-not',
    });
  });

  test('refuse a period that ends before it begins, and name the field', async () => {
    const asked = await lead.get('/figures?from=2026-11-24&to=2026-11-23');
    expect(asked.statusCode).toBe(422);
    expect(asked.json()).toMatchObject({ errors: [{ field: 'to', code: 'field.before-its-start' }] });
    expect((await lead.get('/figures?from=2026-11-24&to=2026-11-24')).statusCode).toBe(200);
  });

  test('refuse what there is not', async () => {
    const id = uuidv7();
    const answers = [`roundId=${id}`, `campaignId=${id}`, 'groupBy=shoe-size', 'from=yesterday'].map((query) =>
      lead.get(`/figures?${query}`),
    );
    const codes = (await Promise.all(answers)).map((answer) => answer.json<{ code: string; errors?: object[] }>());
    expect(codes).toMatchObject([
      { code: 'round.unknown' },
      { code: 'campaign.unknown' },
      { code: 'request.body-malformed', errors: [{ field: 'groupBy', code: 'field.choice-unknown' }] },
      { code: 'request.body-malformed', errors: [{ field: 'from', code: 'field.wrong-form' }] },
    ]);
  });

  test('come as a file for a spreadsheet, in the language of the client', async () => {
    const answer = await lead.get(`/figures.csv?roundId=${roundId}&groupBy=outcome`);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = answer.body.split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFFUtfall;Påbörjade samtal;Utfall totalt;Samtal;Kontakter;/);
    expect(lines.slice(1).map((line) => line.split(';')[0])).toEqual([
      'Påbörjat samtal',
      'Nej',
      'Ej svar',
      'Order',
      '',
    ]);
    const english = await lead.get('/figures.csv?groupBy=outcome', { 'accept-language': 'en' });
    expect(english.body).toContain('Outcome;Calls started;');
  });

  test('let no text of a file be taken for a formula', async () => {
    const formula = '=HYPERLINK("http://evil.example";"x")';
    const named = await lead.post(`/campaigns/${campaignId}/rounds`, { name: formula });
    const evil = named.json<{ roundId: string }>().roundId;
    const commands = called(ann.accountId, INPUTS.busy, { roundId: evil, ...MONDAY });
    await writeCard(api.store, { cardId: uuidv7(), campaignId, roundId: evil, commands });
    await api.caughtUp();
    expect((await lead.get(`/figures.csv?roundId=${evil}&groupBy=round`)).body).toContain(
      `"'${formula.replaceAll('"', '""')}"`,
    );
  });
});
