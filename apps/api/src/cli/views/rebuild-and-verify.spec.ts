import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cards } from '#read-models/card/card.projection';
import { SmallInstallation } from '../testing/small-installation.js';

const COUNTERS = `SELECT group_concat(tbl || grp || vals || n) FROM (SELECT * FROM counter WHERE n > 0 ORDER BY tbl, grp, vals)`;

let small: SmallInstallation;

beforeEach(async () => {
  small = await SmallInstallation.make();
  await small.run('accounts', 'open', 'anna', 'Anna Ek', 'caller');
  await small.importCards('a', 'b', 'c');
  await small.project();
});

afterEach(() => small.remove());

/** What no projector would do. */
function spoil(sql: string): void {
  const database = new Database(small.readFile);
  database.exec(sql);
  database.close();
}

const countOf = (sql: string): unknown => {
  const database = new Database(small.readFile, { readonly: true });
  const count = database.prepare(sql).pluck().get();
  database.close();
  return count;
};

describe('aterkom verify', () => {
  test('R20: finds that every row equals the fold of the log', async () => {
    const { exitCode, out } = await small.run('verify', '--json');
    expect(exitCode).toBe(0);
    const { rows, differing } = JSON.parse(out) as { rows: number; differing: unknown[] };
    expect(rows).toBeGreaterThanOrEqual(4);
    expect(differing).toEqual([]);
  });

  test('looks at the log up to the checkpoint only', async () => {
    await small.importCards('later');
    expect((await small.run('verify')).exitCode).toBe(0);
  });

  test.each([
    ['different', `UPDATE cards_v${cards.version} SET doc = json_set(doc, '$.companyId', 'x') WHERE key = 'a'`],
    ['missing', `DELETE FROM cards_v${cards.version} WHERE key = 'a'`],
    ['stuck', `UPDATE cards_v${cards.version} SET doc = json_set(doc, '$.stuck', json('{}')) WHERE key = 'a'`],
  ])('prints the key of a row that is %s and ends with 1', async (difference, sql) => {
    spoil(sql);
    const { exitCode, out, err } = await small.run('verify', 'cards');
    expect(exitCode).toBe(1);
    expect(out).toContain(`cards a ${difference}\n`);
    expect(err).toContain('1 rows differ');
  });

  test('prints the key of a row that the log knows nothing of', async () => {
    spoil(`UPDATE account_list_v1 SET key = 'x', doc = json_set(doc, '$.key', 'x')`);
    const { exitCode, out } = await small.run('verify', 'account-list');
    expect(exitCode).toBe(1);
    expect(out).toContain('account-list x extra');
    expect(out).toMatch(/account-list \S+ missing/);
  });

  test('knows its views', async () => {
    expect(await small.run('verify', 'horoscope')).toMatchObject({ exitCode: 2, out: '' });
  });
});

describe('aterkom rebuild', () => {
  test('makes spoilt rows anew from the log, and leaves nothing behind', async () => {
    const counters = countOf(COUNTERS);
    expect(counters).not.toBeNull();
    spoil(`DELETE FROM cards_v${cards.version}; UPDATE counter SET n = n + 1; DELETE FROM account_list_v1`);
    expect(await small.run('rebuild', 'cards')).toMatchObject({ exitCode: 0, err: '' });
    expect((await small.run('verify', 'cards')).exitCode).toBe(0);
    expect((await small.run('verify', 'account-list')).exitCode).toBe(1);
    expect(await small.run('rebuild')).toMatchObject({ exitCode: 0 });
    expect((await small.run('verify')).exitCode).toBe(0);
    expect(countOf(COUNTERS)).toEqual(counters);
    expect(readdirSync(dirname(small.readFile)).filter((file) => file.includes('rebuild'))).toEqual([]);
  });

  test('fences off a projector that runs, so that it begins again where the new rows end', async () => {
    const epoch = countOf('SELECT epoch FROM lease');
    await small.importCards('later');
    await small.run('rebuild');
    expect(countOf('SELECT epoch FROM lease')).toBe(Number(epoch) + 1);
    expect((await small.run('status', '--json')).out).not.toMatch(/"lagEvents":[1-9]/);
    await small.importCards('latest');
    await small.project();
    expect((await small.run('verify')).exitCode).toBe(0);
  });

  test('is refused before the engine has shown its views', async () => {
    const fresh = await SmallInstallation.make();
    expect(await fresh.run('rebuild')).toMatchObject({ exitCode: 1, out: '' });
    fresh.remove();
  });
});
