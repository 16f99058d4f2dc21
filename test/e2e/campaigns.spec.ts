import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { defaultSettings } from '#domain/campaign/campaign-settings';
import { startTestApp, type TestApp } from '../support/test-app.js';
import type { SignedInClient } from '../support/test-client.js';

describe('campaigns', () => {
  let api: TestApp;
  let lead: SignedInClient;

  beforeEach(async () => {
    api = await startTestApp();
    lead = await api.as('lead');
  });

  afterEach(() => api.close());

  const create = async (body: object = {}): Promise<string> => {
    const answer = await lead.post('/campaigns', { name: 'Vårkampanjen', ...body });
    return answer.json<{ campaignId: string }>().campaignId;
  };

  test('begin with the settings of the business rules', async () => {
    const campaignId = await create();
    expect((await lead.get(`/campaigns/${campaignId}`)).json()).toEqual({
      campaignId,
      name: 'Vårkampanjen',
      settings: defaultSettings,
      rounds: [],
    });
  });

  test('get new settings, as a whole', async () => {
    const campaignId = await create();
    const settings = { ...defaultSettings, leaseMinutes: 20 };
    expect((await lead.put(`/campaigns/${campaignId}/settings`, settings)).statusCode).toBe(204);
    expect((await lead.get(`/campaigns/${campaignId}`)).json()).toMatchObject({ settings });
    const { leaseMinutes: _, ...lacking } = settings;
    expect((await lead.put(`/campaigns/${campaignId}/settings`, lacking)).json()).toMatchObject({
      status: 422,
      errors: [{ field: 'leaseMinutes', code: 'field.missing' }],
    });
  });

  test('refuse a setting that makes no sense, with its bounds', async () => {
    const campaignId = await create();
    const answer = await lead.put(`/campaigns/${campaignId}/settings`, { ...defaultSettings, leaseMinutes: 0 });
    expect(answer.json()).toMatchObject({
      status: 409,
      code: 'setting.out-of-range',
      setting: 'leaseMinutes',
      from: 1,
      to: 240,
    });
  });

  test('open and close rounds', async () => {
    const campaignId = await create();
    const first = (await lead.post(`/campaigns/${campaignId}/rounds`, { name: 'Omgång 1' })).json<{
      roundId: string;
    }>();
    const second = { name: 'Omgång 2', carriedOverFrom: first.roundId };
    expect((await lead.post(`/campaigns/${campaignId}/rounds`, second)).statusCode).toBe(201);
    expect((await lead.post(`/campaigns/${campaignId}/rounds/${first.roundId}/closing`)).statusCode).toBe(204);
    expect((await lead.get(`/campaigns/${campaignId}`)).json()).toMatchObject({
      rounds: [{ roundId: first.roundId, closedAt: api.clock.now() }, second],
    });
  });

  test('that do not exist are 404', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    const answers = [await lead.get(`/campaigns/${id}`), await lead.post(`/campaigns/${id}/rounds`, { name: 'x' })];
    expect(answers.map((answer) => answer.json<object>())).toEqual([
      expect.objectContaining({ status: 404, code: 'campaign.unknown' }),
      expect.objectContaining({ status: 404, code: 'campaign.unknown' }),
    ]);
  });

  test('are told about in the language of the client', async () => {
    const tell = async (language: string) => {
      const answer = await lead.post('/campaigns', { name: ' ' }, { 'accept-language': language });
      return answer.json<{ title: string; detail: string }>();
    };
    expect(await tell('sv')).toMatchObject({ title: 'Avvisat av en regel', detail: 'Ett namn behövs.' });
    expect(await tell('en')).toMatchObject({ title: 'Refused by a rule', detail: 'A name is needed.' });
  });
});
