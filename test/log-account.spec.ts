import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { credentialsIn } from '#stores/credentials';

const ADMIN_PASSWORD = `it's "root": $HOME\\`;
const PASSWORD = `p@ss:"w\\ö/rd' & $PATH`;
const BY_ADMIN = `Basic ${Buffer.from(`admin:${ADMIN_PASSWORD}`).toString('base64')}`;
const [BAD_REQUEST, UNAUTHORISED] = [400, 401];
const PERMISSIONS = 0o777;

describe('the account that API and projector have on EventStoreDB', () => {
  let folder: string;
  let users: Set<string>;
  let told: (readonly [path: string, body: unknown])[];

  /** Answers these few questions as an EventStoreDB server does. */
  const answer = (path: string, body: string): number => {
    const [, user = ''] = /^\/users\/(\w+)$/.exec(path) ?? [];
    if (body === '') return users.has(user) ? 200 : 404;
    const said: unknown = JSON.parse(body);
    if (path === '/users/') users.add((said as { readonly loginName: string }).loginName);
    told.push([path, said]);
    return 201;
  };
  const server = createServer((request, response) => {
    const { url = '', headers } = request;
    const asked = text(request).then((body) =>
      headers.authorization === BY_ADMIN ? answer(decodeURIComponent(url), body) : UNAUTHORISED,
    );
    const answered = (status: number): unknown => response.writeHead(status).end('{}');
    void asked.then(answered, () => answered(BAD_REQUEST));
  });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'aterkom-account-'));
    users = new Set(['admin']);
    told = [];
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterEach(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  const make = async (password: string): Promise<unknown> => {
    // The cast: it listens on a port.
    const { port } = server.address() as AddressInfo;
    const about = { ADMIN_PASSWORD, PASSWORD: password, URL: `http://127.0.0.1:${port}` };
    const env = { ...process.env, ...about, CREDENTIALS: join(folder, 'account') };
    const script = spawn('bash', ['docker/log-account.sh'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    const [exitCode] = (await once(script, 'close')) as [number];
    return exitCode;
  };

  test('is in no group, deletes nothing, and gives itself no right', async () => {
    expect(await make(PASSWORD)).toBe(0);
    const onlyReadsAndWrites = {
      $r: ['aterkom'],
      $w: ['aterkom'],
      $d: ['$admins'],
      $mr: ['$admins'],
      $mw: ['$admins'],
    };
    expect(told).toEqual([
      ['/users/', { loginName: 'aterkom', fullName: 'aterkom', groups: [], password: PASSWORD }],
      ['/streams/$settings', { $userStreamAcl: onlyReadsAndWrites }],
      ['/streams/$all/metadata', { $acl: { $r: ['aterkom'] } }],
    ]);
  });

  test('has a password of any characters, in a file for itself alone, and takes another', async () => {
    await make(PASSWORD);
    expect(await credentialsIn(join(folder, 'account'))).toEqual({ username: 'aterkom', password: PASSWORD });
    expect(statSync(join(folder, 'account')).mode & PERMISSIONS).toBe(0o600);
    told = [];
    expect(await make('another')).toBe(0);
    expect(told[0]).toEqual(['/users/aterkom/command/reset-password', { newPassword: 'another' }]);
    expect(await credentialsIn(join(folder, 'account'))).toEqual({ username: 'aterkom', password: 'another' });
  });
});
