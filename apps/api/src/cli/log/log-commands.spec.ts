import 'reflect-metadata';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SqliteEventStore } from '#events/sqlite/sqlite-event-store';
import { SmallInstallation } from '../testing/small-installation.js';

interface Line {
  readonly position: string;
  readonly type: string;
  readonly metadata: { readonly actor: string; readonly commandId: string };
  readonly data: { readonly passwordHash?: string };
}

let small: SmallInstallation;

beforeEach(async () => {
  small = await SmallInstallation.make();
});

afterEach(() => small.remove());

describe('aterkom backup', () => {
  test('copies the log while another process writes it, and says where the pepper is', async () => {
    await small.importCards('a', 'b');
    const folder = join(small.folder, 'copy');
    const { exitCode, out } = await small.onLog(() => small.run('backup', folder, '--json'));
    expect(exitCode).toBe(0);
    const { file, position, pepper } = JSON.parse(out) as { file: string; position: string; pepper: string };
    expect(pepper).toBe(join(small.environment.DATA_DIR, 'pepper'));
    const copy = new SqliteEventStore({ file, readOnly: true });
    expect((await copy.head()).toString()).toBe(position);
    expect(await copy.readStream('card-b')).toHaveLength(2);
    await copy.close();
  });

  test('never writes over an earlier copy', async () => {
    const folder = join(small.folder, 'copy');
    expect((await small.run('backup', folder)).out).toContain('Keep the pepper');
    expect(await small.run('backup', folder)).toMatchObject({ exitCode: 2, out: '' });
  });
});

describe('aterkom export', () => {
  const exported = async (): Promise<Line[]> => {
    const { exitCode, out } = await small.run('export');
    expect(exitCode).toBe(0);
    return out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
  };

  test('R20: writes every event with who, when and why, one line each, in log order', async () => {
    await small.importCards(...Array.from({ length: 550 }, (_, at) => `c${at}`));
    const lines = await exported();
    expect(lines.map(({ position }) => position)).toEqual(lines.map((_, at) => String(at + 1)));
    expect(lines).toHaveLength(1101);
    expect(lines.at(-1)).toMatchObject({ type: 'CardEnteredRound', metadata: { actor: 'ann', actorRole: 'caller' } });
  });

  test('withholds what lets somebody in', async () => {
    await small.run('accounts', 'open', 'anna', 'Anna Ek', 'caller');
    const set = (await exported()).find(({ type }) => type === 'PasswordSet');
    expect(set?.data.passwordHash).toBe('(withheld)');
  });
});

describe('a data directory without an installation', () => {
  test.each([['status'], ['export'], ['backup', 'somewhere'], ['accounts', 'list']])(
    'is never made into one by %s, exit code 2',
    async (...args) => {
      small.environment.DATA_DIR = join(small.folder, 'elsewhere');
      const ran = await small.run(...args);
      expect(ran).toMatchObject({ exitCode: 2, out: '' });
      expect(ran.err).toContain('there is no installation in DATA_DIR');
    },
  );

  test('wrong settings are named with exit code 2', async () => {
    const environment = { ...small.environment, PORT: 'many' };
    Object.assign(small.environment, environment);
    expect(await small.run('status')).toMatchObject({ exitCode: 2, err: expect.stringContaining('PORT') });
  });
});
