import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { newNotes, textsOf } from '../testing/new-notes.js';
import { temporaryLogs } from '../testing/temporary-logs.js';
import type { SqliteEventStore } from './sqlite-event-store.js';

const { newFile, onEnd, opened } = temporaryLogs();

/** A store whose recorded times number its transactions: `1`, `2`, … */
function counted(file: string): SqliteEventStore {
  let transactions = 0;
  return opened({ file, now: () => String(++transactions) });
}

const appendMany = (store: SqliteEventStore, count: number, to: string) =>
  Promise.all(Array.from({ length: count }, (_, n) => store.append(`${to}-${n}`, newNotes('a', 'b'), 'no-stream')));

const transactionsOf = async (store: SqliteEventStore): Promise<string[]> => [
  ...new Set((await store.readAll({ limit: 10_000 })).map(({ recordedAt }) => recordedAt)),
];

describe('appends to a file', () => {
  test('share one transaction where they arrive in the same turn', async () => {
    const store = counted(newFile());
    await appendMany(store, 50, 'card');
    expect(await transactionsOf(store)).toEqual(['1']);
    await appendMany(store, 50, 'number');
    expect(await transactionsOf(store)).toEqual(['1', '2']);
  });

  test('are split into several transactions where there are very many', async () => {
    const store = counted(newFile());
    await appendMany(store, 1000, 'card');
    expect((await transactionsOf(store)).length).toBeGreaterThan(1);
    expect(await store.readAll({ limit: 10_000 })).toHaveLength(2000);
  });
});

describe('a writer that has long been alone', () => {
  const appendOneByOne = async (store: SqliteEventStore, count: number, to: string): Promise<void> => {
    for (let n = 0; n < count; n++) await store.append(`${to}-${n}`, newNotes('a'), 'no-stream');
  };

  test('does not wait for the end of its turn', async () => {
    const store = opened({ file: newFile() });
    await appendOneByOne(store, 10, 'card');
    let hasTurned = false;
    setImmediate(() => (hasTurned = true));
    await store.append('number-1', newNotes('a'), 'no-stream');
    expect(hasTurned).toBe(false);
  });

  test('soon shares transactions again when others come', async () => {
    const store = counted(newFile());
    await appendOneByOne(store, 10, 'card');
    const writers = Array.from({ length: 50 }, async (_, writer) => {
      for (let n = 0; n < 20; n++) {
        await nextTurn();
        await store.append(`number-${writer}-${n}`, newNotes('a'), 'no-stream');
      }
    });
    await Promise.all(writers);
    expect((await transactionsOf(store)).length).toBeLessThan(10 + 20 + 50);
  });

  test('leaves others of the process their turns', async () => {
    const store = opened({ file: newFile() });
    await appendOneByOne(store, 10, 'card');
    let hasTurned = false;
    setImmediate(() => (hasTurned = true));
    await appendOneByOne(store, 10, 'number');
    expect(hasTurned).toBe(true);
  });
});

describe('appends to a file that another process has locked', () => {
  function locked(file: string): { readonly unlock: () => void } {
    const other = onEnd(new Database(file), (db) => db.close());
    other.exec('BEGIN IMMEDIATE');
    return { unlock: () => other.exec('COMMIT') };
  }

  test('wait for the lock while the process goes on with other work', async () => {
    const file = newFile();
    const store = counted(file);
    const { unlock } = locked(file);
    const appending = appendMany(store, 3, 'card');
    for (let turn = 0; turn < 20; turn++) await nextTurn();
    expect(await store.head()).toBe(0n);
    unlock();
    expect(await appending).toHaveLength(3);
    expect(await store.readAll({ limit: 10 })).toHaveLength(6);
  });

  test('are given up by the name of the file, and later ones wait with new patience', async () => {
    const file = newFile();
    const store = opened({ file, lockPatienceMs: 20 });
    const { unlock } = locked(file);
    const refusal = { name: 'StoreUnavailable', reason: 'locked', message: expect.stringContaining(file) };
    const appends = ['card-1', 'card-2'].map((stream) => store.append(stream, newNotes('lost'), 'no-stream'));
    for (const append of appends) await expect(append).rejects.toMatchObject(refusal);
    const patientAnew = store.append('card-1', newNotes('stored'), 'no-stream');
    for (let turn = 0; turn < 3; turn++) await nextTurn();
    unlock();
    await patientAnew;
    expect(textsOf(await store.readAll({ limit: 10 }))).toEqual(['stored']);
  });
});

describe('appends to a full disk', () => {
  test('are refused by the name of the file, lose nothing acknowledged and go on when there is room', async () => {
    const file = newFile();
    const small = opened({ file, pragmas: ['max_page_count = 40'] });
    const acknowledged: string[] = [];
    const fill = async (): Promise<never> => {
      for (let turn = 0; ; turn++) {
        const names = ['a', 'b', 'c'].map((letter) => `card-${letter}${turn}`);
        await Promise.all(names.map((name) => small.append(name, newNotes(name, 'x'.repeat(500)), 'no-stream')));
        acknowledged.push(...names);
      }
    };
    const refusal = { name: 'StoreUnavailable', reason: 'disk-full', message: expect.stringContaining(file) };
    await expect(fill()).rejects.toMatchObject(refusal);
    const stored = await small.readAll({ limit: 10_000 });
    expect(textsOf(stored.filter(({ revision }) => revision === 0))).toEqual(acknowledged);
    const roomy = opened({ file });
    expect(await roomy.append('card-after', newNotes('room'), 'no-stream')).toMatchObject({ revision: 0 });
  });
});
