import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { defaultSettings } from '#domain/campaign/campaign-settings';
import { plus } from '#domain/shared/instant';
import { accountList } from '#read-models/account-list/account-list.projection';
import { campaignList } from '#read-models/campaign-list/campaign-list.projection';
import { startTestApp, type TestApp } from '../support/test-app.js';
import type { Answer, SignedInClient } from '../support/test-client.js';

describe('the lists of campaigns, rounds and accounts', () => {
  let api: TestApp;
  let lead: SignedInClient;

  beforeEach(async () => {
    api = await startTestApp({ projections: [campaignList, accountList] });
    lead = await api.as('lead');
  });

  afterEach(() => api.close());

  const post = async (path: string, body?: object): Promise<Answer> => {
    api.clock.moveTo(plus(api.clock.now(), { minutes: 1 }));
    return lead.post(path, body);
  };
  const create = async (name: string): Promise<string> =>
    (await post('/campaigns', { name })).json<{ campaignId: string }>().campaignId;
  /** What the list shows at the moment that the answer names. */
  const listAfter = async (path: string, answer: Answer): Promise<unknown> => {
    const token = String(answer.headers['freshness-token']);
    return (await lead.get(path, { 'freshness-token': token })).json<unknown>();
  };

  test('show at once what the one who asks has just saved', async () => {
    for (let round = 1; round <= 20; round++) {
      const answer = await post('/campaigns', { name: `Kampanj ${round}` });
      expect(await listAfter('/campaigns', answer)).toHaveLength(round);
    }
  });

  test('show campaigns newest first, with their settings and rounds', async () => {
    const [spring, autumn] = [await create('Vår'), await create('Höst')];
    const settings = { ...defaultSettings, leaseMinutes: 20 };
    await lead.put(`/campaigns/${spring}/settings`, settings);
    const opened = await post(`/campaigns/${spring}/rounds`, { name: 'Omgång 1' });
    const { roundId } = opened.json<{ roundId: string }>();
    const openedAt = api.clock.now();
    expect(await listAfter('/campaigns', opened)).toEqual([
      { campaignId: autumn, name: 'Höst', settings: defaultSettings, rounds: [] },
      { campaignId: spring, name: 'Vår', settings, rounds: [{ roundId, name: 'Omgång 1', openedAt }] },
    ]);
  });

  test('show the rounds of all campaigns, newest first', async () => {
    const spring = await create('Vår');
    const first = (await post(`/campaigns/${spring}/rounds`, { name: 'Omgång 1' })).json<{ roundId: string }>();
    await post(`/campaigns/${spring}/rounds`, { name: 'Omgång 2' });
    const closed = await post(`/campaigns/${spring}/rounds/${first.roundId}/closing`);
    expect(await listAfter('/rounds', closed)).toMatchObject([
      { name: 'Omgång 2', campaignId: spring, campaignName: 'Vår' },
      { name: 'Omgång 1', roundId: first.roundId, closedAt: api.clock.now() },
    ]);
  });

  test('show accounts by username, as they stand, and never a password hash', async () => {
    const [admin, auditor] = [await api.as('admin'), await api.as('auditor')];
    await admin.put(`/accounts/${lead.accountId}/role`, { role: 'admin' });
    await admin.post(`/accounts/${auditor.accountId}/deactivation`, { reason: 'has left' });
    await api.caughtUp();
    const list = await lead.get('/accounts');
    expect(list.json()).toMatchObject([
      { username: 'admin', role: 'admin', status: 'active' },
      { username: 'auditor', role: 'auditor', status: 'inactive' },
      { accountId: lead.accountId, username: 'lead', displayName: 'Test lead', role: 'admin', status: 'active' },
    ]);
    expect(list.body).not.toContain('argon2');
  });
});

test('a list that has never been built is 503 with Retry-After', async () => {
  const api = await startTestApp();
  const answer = await (await api.as('lead')).get('/campaigns');
  expect(answer.json()).toMatchObject({ status: 503, code: 'read-model.building' });
  expect(answer.headers['retry-after']).toBe('5');
  await api.close();
});
