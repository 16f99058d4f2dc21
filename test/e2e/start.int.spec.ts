import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { PASSWORD } from '../support/test-client.js';

const BUILT = ['dist/apps/api/src/cli/main.js', 'dist/apps/projector/src/main.js'];
const isBuilt = BUILT.every((file) => existsSync(file));
if (!isBuilt) process.stderr.write('skipped: `aterkom start` runs what `npm run build` makes, which is not there\n');

const LONG = 60_000;

interface Told {
  readonly address: string;
  readonly password?: string;
}

(isBuilt ? describe : describe.skip)('`aterkom start`', () => {
  let dataDir: string;
  let running: ChildProcess;
  let told: Told;

  const start = async (): Promise<void> => {
    const env = { ...process.env, DATA_DIR: dataDir, PORT: '0' };
    running = spawn(process.execPath, ['bin/aterkom.mjs', 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    told = await toldBy(running);
  };
  const ask = async (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
    fetch(`${told.address}/api${path}`, {
      method,
      headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
  const signIn = async (password: string): Promise<Record<string, string>> => {
    const answer = await ask('POST', '/sessions', { username: 'admin', password });
    return { authorization: `Bearer ${((await answer.json()) as { token: string }).token}` };
  };
  const ended = async (): Promise<number | null> => {
    const [code] = (await once(running, 'close')) as [number | null];
    return code;
  };

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'start-'));
    await start();
  }, LONG);

  afterEach(async () => {
    if (running.exitCode !== null) return;
    running.kill('SIGTERM');
    await ended();
  });

  afterAll(() => {
    rmSync(dataDir, { recursive: true });
  });

  test(
    'runs API and projector on one folder, and ends both when it is asked to',
    async () => {
      const { password = '' } = told;
      const first = await signIn(password);
      await ask('PUT', '/me/password', { currentPassword: password, newPassword: PASSWORD }, first);
      const admin = await signIn(PASSWORD);
      const made = await ask('POST', '/campaigns', { name: 'Vår' }, admin);
      const token = made.headers.get('freshness-token') ?? '';
      const list = await ask('GET', '/campaigns', undefined, { ...admin, 'freshness-token': token });
      expect(await list.json()).toMatchObject([{ name: 'Vår' }]);
      running.kill('SIGTERM');
      expect(await ended()).toBe(0);
    },
    LONG,
  );

  test(
    'keeps what was saved, and fails when one of the two processes dies',
    async () => {
      await start();
      expect(told.password).toBeUndefined();
      const list = await ask('GET', '/campaigns', undefined, await signIn(PASSWORD));
      expect(await list.json()).toMatchObject([{ name: 'Vår' }]);
      process.kill(await projectorOf(running), 'SIGKILL');
      expect(await ended()).toBe(1);
    },
    LONG,
  );
});

async function toldBy({ stdout }: ChildProcess): Promise<Told> {
  let said = '';
  for await (const chunk of stdout ?? []) {
    said += String(chunk);
    const address = /answers at ([^\s,]+)/.exec(said)?.[1];
    const password = /one-time password: (\S+)/.exec(said)?.[1];
    if (address !== undefined) return { address, ...(password !== undefined && { password }) };
  }
  throw new Error(`ended before it answered: ${said}`);
}

/** Its log lines say which process writes them. */
async function projectorOf({ stderr }: ChildProcess): Promise<number> {
  for await (const chunk of stderr ?? []) {
    const pid = /"pid":(\d+),"name":"projector"/.exec(String(chunk))?.[1];
    if (pid !== undefined) return Number(pid);
  }
  throw new Error('the projector has said nothing');
}
