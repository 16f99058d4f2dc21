import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SmallInstallation, type Ran } from '../testing/small-installation.js';

const LONG_MS = 120_000;
jest.setTimeout(LONG_MS);

interface Made {
  readonly calls: number;
  readonly accounts: readonly { readonly username: string; readonly role: string; readonly oneTimePassword?: string }[];
}

describe('aterkom demo', () => {
  let small: SmallInstallation;
  let ran: Ran;

  beforeAll(async () => {
    small = await SmallInstallation.make();
    ran = await small.run('demo', '--json');
  });

  afterAll(() => small.remove());

  test('fills an empty installation with accounts, cards and a week of calls', async () => {
    expect(ran).toMatchObject({ exitCode: 0, err: '' });
    const { calls, accounts } = JSON.parse(ran.out) as Made;
    expect(calls).toBeGreaterThan(100);
    const roles = ['admin', 'auditor', 'caller', 'caller', 'caller', 'lead'];
    expect(accounts.map(({ role }) => role).sort()).toEqual(roles);
    expect(accounts.every(({ oneTimePassword = '' }) => oneTimePassword.length === 16)).toBe(true);
    const exported = (await small.run('export')).out;
    const types = new Set([...exported.matchAll(/"type":"(\w+)"/g)].map(([, type]) => type));
    for (const type of [
      'OrderTaken',
      'PriorityCallbackPromised',
      'CallbackScheduled',
      'NumberBlocked',
      'OfferDeferred',
    ])
      expect(types).toContain(type);
  });

  test('leaves views that equal the log', async () => {
    expect(await small.run('verify')).toMatchObject({ exitCode: 0 });
  });

  test('refuses an installation that is in use', async () => {
    expect(await small.run('demo')).toMatchObject({ exitCode: 1, out: '' });
  });
});
