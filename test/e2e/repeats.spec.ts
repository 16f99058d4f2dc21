import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { defaultSettings } from '#domain/campaign/campaign-settings';
import { startTestApp, type TestApp } from '../support/test-app.js';
import type { SignedInClient } from '../support/test-client.js';

describe('a command with an Idempotency-Key', () => {
  let api: TestApp;
  let lead: SignedInClient;

  beforeEach(async () => {
    api = await startTestApp();
    lead = await api.as('lead');
  });

  afterEach(() => api.close());

  const key = { 'idempotency-key': 'one-press-of-the-button' };
  const create = (body: object, headers: Record<string, string> = key, client = lead) =>
    client.post('/campaigns', { name: 'Vår', ...body }, headers);

  test('is carried out once, and its repeat answers as the first time', async () => {
    const first = await create({});
    const head = await api.store.head();
    const repeat = await create({});
    expect([repeat.statusCode, repeat.body]).toEqual([first.statusCode, first.body]);
    expect(repeat.headers['freshness-token']).toBe(first.headers['freshness-token']);
    expect(await api.store.head()).toBe(head);
  });

  test('is refused for another body, and for another address', async () => {
    const { campaignId } = (await create({})).json<{ campaignId: string }>();
    const otherBody = await create({ name: 'Höst' });
    const otherAddress = await lead.put(`/campaigns/${campaignId}/settings`, defaultSettings, key);
    expect([otherBody.json<object>(), otherAddress.json<object>()]).toEqual([
      expect.objectContaining({ status: 409, code: 'idempotency.reused' }),
      expect.objectContaining({ status: 409, code: 'idempotency.reused' }),
    ]);
  });

  test('may be mended and sent again where it was refused', async () => {
    expect((await create({ name: ' ' })).statusCode).toBe(409);
    expect((await create({ nam: 'x' })).statusCode).toBe(422);
    expect((await create({ name: 'Vår' })).statusCode).toBe(201);
  });

  test('means nothing under another account', async () => {
    const other = await api.as('lead', 'other-lead');
    const [mine, theirs] = [await create({}), await create({ name: 'Annan' }, key, other)];
    expect(theirs.statusCode).toBe(201);
    expect(theirs.body).not.toBe(mine.body);
  });

  test.each(['', ' ', 'å', 'x'.repeat(101), 'a b'])('of the form %j is refused', async (wrong) => {
    const answer = await create({}, { 'idempotency-key': wrong });
    expect(answer.json()).toMatchObject({ status: 400, code: 'request.header-malformed', header: 'Idempotency-Key' });
  });
});

describe('the metadata of an event', () => {
  test('R20: says who, when, from which client and why', async () => {
    const api = await startTestApp();
    const lead = await api.as('lead');
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    await lead.post('/campaigns', { name: 'Vår' }, { 'aterkom-client': 'web/1.4', traceparent });
    const [event] = await api.store.readAll({ direction: 'backwards', limit: 1 });
    expect(event?.metadata).toMatchObject({
      actor: lead.accountId,
      actorRole: 'lead',
      occurredAt: api.clock.now(),
      client: 'web/1.4',
      traceparent,
      $correlationId: '4bf92f3577b34da6a3ce929d0e0e4736',
      schema: 'CampaignCreated@2',
    });
    await api.close();
  });
});
