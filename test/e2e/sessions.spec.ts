import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { plus } from '#domain/shared/instant';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { PASSWORD, signIn, TestClient } from '../support/test-client.js';

describe('signing in', () => {
  let api: TestApp;

  beforeEach(async () => {
    api = await startTestApp();
  });

  afterEach(() => api.close());

  const attempt = (username: string, password: string) => api.nobody.post('/sessions', { username, password });
  const bearer = (token: string) => new TestClient(api.app, { authorization: `Bearer ${token}` });

  test('gives a token that says who one is', async () => {
    const caller = await api.as('caller');
    expect((await caller.get('/me')).json()).toEqual({
      accountId: caller.accountId,
      username: 'caller',
      displayName: 'Test caller',
      role: 'caller',
      status: 'active',
      mustChangePassword: false,
    });
  });

  test('takes the username in any capitals', async () => {
    await api.as('caller');
    expect((await attempt('CALLER', PASSWORD)).statusCode).toBe(201);
  });

  test('with a one-time password allows nothing before it is changed', async () => {
    const admin = await signIn(api.app, 'admin', api.oneTimePassword);
    const refused = await admin.get('/accounts');
    expect([refused.statusCode, refused.json<object>()]).toEqual([
      403,
      expect.objectContaining({ code: 'account.password-change-required' }),
    ]);
    expect((await admin.get('/me')).json()).toMatchObject({ mustChangePassword: true });
  });

  test('is refused alike for a wrong password, an unknown username and an inactive account', async () => {
    const [admin, leaver] = [await api.as('admin'), await api.as('auditor')];
    await admin.post(`/accounts/${leaver.accountId}/deactivation`, { reason: 'has left' });
    const answers = [
      await attempt('admin', 'wrong'),
      await attempt('no-such-name', PASSWORD),
      await attempt('auditor', PASSWORD),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  });

  test('stores neither the token nor the password', async () => {
    const caller = await api.as('caller');
    const secret = caller.token.split('.')[1] ?? '';
    const log = JSON.stringify(await api.store.readAll({ limit: 1000 }), (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(log).toContain('SessionStarted');
    for (const told of [secret, PASSWORD, api.oneTimePassword]) expect(log).not.toContain(told);
  });

  test('ends with signing out', async () => {
    const caller = await api.as('caller');
    expect((await caller.delete('/sessions/current')).statusCode).toBe(204);
    const after = await caller.get('/me');
    expect([after.statusCode, after.json<{ code: string }>().code]).toEqual([401, 'session.ended']);
  });

  test('ends when the session has run out', async () => {
    const caller = await api.as('caller');
    api.clock.moveTo(plus(api.clock.now(), { hours: 12 }));
    expect((await caller.get('/me')).statusCode).toBe(401);
  });

  test('with the right session and another secret is refused', async () => {
    const caller = await api.as('caller');
    const [sessionId, secret = ''] = caller.token.split('.');
    const other = `${secret.startsWith('A') ? 'B' : 'A'}${secret.slice(1)}`;
    expect((await bearer(`${sessionId ?? ''}.${other}`).get('/me')).statusCode).toBe(401);
    expect((await caller.get('/me')).statusCode).toBe(200);
  });

  test.each(['', 'x', 'a.b', `${'0'.repeat(36)}.${'x'.repeat(43)}`])('with the token %j is refused', async (token) => {
    expect((await bearer(token).get('/me')).statusCode).toBe(401);
  });

  test('a new password ends the sessions of the old one and begins a new one', async () => {
    const old = await api.as('caller');
    const second = await signIn(api.app, 'caller', PASSWORD);
    const changed = await second.put('/me/password', { currentPassword: PASSWORD, newPassword: `${PASSWORD} två` });
    expect((await old.get('/me')).statusCode).toBe(401);
    expect((await second.get('/me')).statusCode).toBe(401);
    expect((await bearer(changed.json<{ token: string }>().token).get('/me')).statusCode).toBe(200);
    expect((await attempt('caller', PASSWORD)).statusCode).toBe(401);
  });

  test('a new password must differ, and the current one be right', async () => {
    const caller = await api.as('caller');
    const same = await caller.put('/me/password', { currentPassword: PASSWORD, newPassword: PASSWORD });
    const wrong = await caller.put('/me/password', { currentPassword: 'wrong', newPassword: `${PASSWORD} två` });
    expect(same.json()).toMatchObject({ status: 409, code: 'account.password-unchanged' });
    expect(wrong.json()).toMatchObject({ status: 409, code: 'account.current-password-wrong' });
  });
});

describe('attempts to sign in', () => {
  let api: TestApp;

  beforeEach(async () => {
    api = await startTestApp({ environment: { SIGN_IN_ATTEMPTS_PER_MINUTE: '3' } });
    await api.as('admin');
  });

  afterEach(() => api.close());

  const attempt = (username: string, password: string) => api.nobody.post('/sessions', { username, password });
  const fail = async (username: string, times: number) => {
    for (let time = 0; time < times; time++) await attempt(username, 'wrong');
  };

  test('are limited per username, the right password included, for a minute', async () => {
    await fail('admin', 3);
    const refused = await attempt('Admin', PASSWORD);
    expect(refused.json()).toMatchObject({ status: 429, code: 'session.too-many-attempts' });
    expect(refused.headers['retry-after']).toBe('60');
    api.clock.moveTo(plus(api.clock.now(), { minutes: 1 }));
    expect((await attempt('admin', PASSWORD)).statusCode).toBe(201);
  });

  test('do not count where they succeed', async () => {
    for (let time = 0; time < 5; time++) expect((await attempt('admin', PASSWORD)).statusCode).toBe(201);
  });

  test('are limited per address over all usernames', async () => {
    for (let name = 0; name < 10; name++) await fail(`name-${name}`, 3);
    expect((await attempt('admin', PASSWORD)).statusCode).toBe(429);
  });
});
