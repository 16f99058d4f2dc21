import { describe, expect, test } from '@jest/globals';
import { startTestApp } from '../support/test-app.js';

describe('a Freshness-Token', () => {
  test('comes with every command that appended, and with no other answer', async () => {
    const api = await startTestApp();
    const lead = await api.as('lead');
    const created = await lead.post('/campaigns', { name: 'Vår' });
    expect(created.headers['freshness-token']).toMatch(/^[0-9a-f-]{36}\.\d+$/);
    expect((await lead.get('/me')).headers).not.toHaveProperty('freshness-token');
    expect((await lead.post('/campaigns', { name: ' ' })).headers).not.toHaveProperty('freshness-token');
    await api.close();
  });

  test('makes a query answer 409 where the read models have not passed it in time', async () => {
    const api = await startTestApp({ environment: { FRESHNESS_WAIT_MS: '0' } });
    const lead = await api.as('lead');
    const token = (await lead.post('/campaigns', { name: 'Vår' })).headers['freshness-token'];
    const answer = await lead.get('/campaigns', { 'freshness-token': String(token) });
    expect(answer.json()).toMatchObject({ status: 409, code: 'read-model.behind' });
    expect(answer.headers['retry-after']).toBe('1');
    await api.close();
  });
});
