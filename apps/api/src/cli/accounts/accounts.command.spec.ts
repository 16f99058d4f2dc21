import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SmallInstallation } from '../testing/small-installation.js';

let small: SmallInstallation;

beforeEach(async () => {
  small = await SmallInstallation.make();
});

afterEach(() => small.remove());

const open = (username: string, role = 'caller') => small.run('accounts', 'open', username, 'Någon Här', role);

describe('aterkom accounts', () => {
  test('open prints a one-time password once, and list shows the account', async () => {
    const opened = await open('anna');
    expect(opened).toMatchObject({ exitCode: 0, err: '' });
    expect(opened.out).toMatch(/^One-time password: [a-z2-9]{16}\n$/);
    await small.project();
    expect((await small.run('accounts', 'list')).out).toMatch(/anna.*Någon Här.*caller.*active/);
    const { out } = await small.run('accounts', 'list', '--json');
    expect(JSON.parse(out)).toEqual([expect.objectContaining({ username: 'anna', role: 'caller', status: 'active' })]);
  });

  test('open refuses a username that is taken with exit code 1', async () => {
    await open('anna');
    const again = await open('Anna');
    expect(again).toMatchObject({ exitCode: 1, out: '' });
    expect(again.err).toContain('account.username-taken');
  });

  test.each([
    ['a role that does not exist', ['accounts', 'open', 'anna', 'Anna Ek', 'boss']],
    ['a username with a space', ['accounts', 'open', 'anna ek', 'Anna Ek', 'caller']],
    ['an argument that is missing', ['accounts', 'open', 'anna']],
    ['an unknown command', ['accounts', 'borrow']],
    ['a deactivation without a reason', ['accounts', 'deactivate', 'anna']],
  ])('%s is wrong usage, exit code 2', async (_, args) => {
    const ran = await small.run(...args);
    expect(ran).toMatchObject({ exitCode: 2, out: '' });
    expect(ran.err).not.toBe('');
  });

  test('reset-password gives a new one, for known usernames only', async () => {
    const first = await open('anna');
    const reset = await small.run('accounts', 'reset-password', 'anna', '--json');
    const { oneTimePassword } = JSON.parse(reset.out) as { oneTimePassword: string };
    expect(oneTimePassword).toMatch(/^[a-z2-9]{16}$/);
    expect(first.out).not.toContain(oneTimePassword);
    expect((await small.run('accounts', 'reset-password', 'nobody')).exitCode).toBe(1);
  });

  test('R24: deactivate asks who receives a caller’s locks and callbacks', async () => {
    await open('anna');
    await open('bo');
    const without = await small.run('accounts', 'deactivate', 'anna', '--reason', 'slutat');
    expect(without.exitCode).toBe(1);
    const ended = await small.run('accounts', 'deactivate', 'anna', '--reason', 'slutat', '--receiver', 'bo');
    expect(ended).toMatchObject({ exitCode: 0, err: '' });
    await small.project();
    expect((await small.run('accounts', 'list')).out).toMatch(/anna.*inactive/);
  });
});
