import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { PASSWORD, signIn, signInFirst, type SignedInClient } from '../support/test-client.js';

interface Opened {
  readonly accountId: string;
  readonly oneTimePassword?: string;
}

describe('accounts', () => {
  let api: TestApp;
  let admin: SignedInClient;

  beforeEach(async () => {
    api = await startTestApp();
    admin = await api.as('admin');
  });

  afterEach(() => api.close());

  const anna = { username: 'anna.ek', displayName: 'Anna Ek', role: 'caller' };

  test('are opened by an admin, with a one-time password told once', async () => {
    const key = { 'idempotency-key': 'anna-1' };
    const first = (await admin.post('/accounts', anna, key)).json<Opened>();
    const repeat = (await admin.post('/accounts', anna, key)).json<Opened>();
    expect(first.oneTimePassword).toMatch(/^[a-z2-9]{16}$/);
    expect(repeat).toEqual({ accountId: first.accountId });
    const signedIn = await signInFirst(api.app, 'anna.ek', first.oneTimePassword ?? '');
    expect(signedIn.accountId).toBe(first.accountId);
  });

  test('have usernames of their own, whatever the capitals', async () => {
    await admin.post('/accounts', anna);
    const second = await admin.post('/accounts', { ...anna, username: 'Anna.Ek' });
    expect(second.json()).toMatchObject({ status: 409, code: 'account.username-taken' });
  });

  test('are shown without the password hash', async () => {
    const { accountId } = (await admin.post('/accounts', anna)).json<Opened>();
    expect((await admin.get(`/accounts/${accountId}`)).json()).toEqual({ accountId, ...anna, status: 'active' });
  });

  test('that do not exist are 404', async () => {
    const answer = await admin.get('/accounts/00000000-0000-4000-8000-000000000000');
    expect(answer.json()).toMatchObject({ status: 404, code: 'account.unknown' });
  });

  test('change their role from the next request on', async () => {
    const caller = await api.as('caller');
    expect((await caller.get('/accounts')).statusCode).toBe(403);
    expect((await admin.put(`/accounts/${caller.accountId}/role`, { role: 'lead' })).statusCode).toBe(204);
    expect((await caller.get(`/accounts/${caller.accountId}`)).statusCode).toBe(200);
  });

  test('get a new one-time password, which ends their sessions', async () => {
    const caller = await api.as('caller');
    const reset = await admin.post(`/accounts/${caller.accountId}/password`);
    expect((await caller.get('/me')).statusCode).toBe(401);
    const again = await signIn(api.app, 'caller', reset.json<Opened>().oneTimePassword ?? '');
    expect((await again.get('/me')).json()).toMatchObject({ mustChangePassword: true });
  });

  test('that are deactivated lose their sessions at once, and may come back', async () => {
    const [caller, other] = [await api.as('caller'), await api.as('caller', 'other')];
    const leaving = { receiverId: other.accountId, reason: 'has left' };
    expect((await admin.post(`/accounts/${caller.accountId}/deactivation`, leaving)).statusCode).toBe(204);
    expect((await caller.get('/me')).statusCode).toBe(401);
    await admin.post(`/accounts/${caller.accountId}/reactivation`);
    expect((await signIn(api.app, 'caller', PASSWORD)).accountId).toBe(caller.accountId);
  });

  test('R24: deactivating a caller must name an active caller who receives the locks and callbacks', async () => {
    const [caller, lead] = [await api.as('caller'), await api.as('lead')];
    const deactivate = async (body: object) =>
      (await admin.post(`/accounts/${caller.accountId}/deactivation`, { reason: 'has left', ...body })).json<object>();
    expect(await deactivate({})).toMatchObject({ status: 409, code: 'account.receiver-missing' });
    expect(await deactivate({ receiverId: lead.accountId })).toMatchObject({ code: 'account.receiver-cannot-receive' });
    expect(await deactivate({ receiverId: caller.accountId })).toMatchObject({ code: 'account.receiver-is-leaving' });
  });

  test('a lead deactivates callers only', async () => {
    const [lead, auditor] = [await api.as('lead'), await api.as('auditor')];
    const answer = await lead.post(`/accounts/${auditor.accountId}/deactivation`, { reason: 'has left' });
    expect(answer.json()).toMatchObject({ status: 403, code: 'account.role-may-not' });
  });

  test('nobody changes the role or standing of their own', async () => {
    const role = await admin.put(`/accounts/${admin.accountId}/role`, { role: 'caller' });
    const standing = await admin.post(`/accounts/${admin.accountId}/deactivation`, { reason: 'tired' });
    expect([role.json<object>(), standing.json<object>()]).toEqual([
      expect.objectContaining({ status: 409, code: 'account.ones-own' }),
      expect.objectContaining({ status: 409, code: 'account.ones-own' }),
    ]);
  });

  test('show nothing personal in stream names and metadata', async () => {
    await admin.post('/accounts', anna);
    const events = await api.store.readAll({ limit: 1000 });
    const outside = events.map(({ streamId, metadata }) => JSON.stringify([streamId, metadata])).join('\n');
    expect(outside).not.toMatch(/anna/i);
  });
});
