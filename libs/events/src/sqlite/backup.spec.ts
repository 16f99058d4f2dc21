import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { newNote, newNotes } from '../testing/new-notes.js';
import { temporaryLogs } from '../testing/temporary-logs.js';
import type { SqliteEventStore } from './sqlite-event-store.js';

const { newFile, opened } = temporaryLogs();

/** Appends to streams of its own until it is stopped. */
function writingOn(store: SqliteEventStore, category: string): { readonly stop: () => Promise<void> } {
  let isStopped = false;
  const write = async (): Promise<void> => {
    for (let n = 0; !isStopped; n++) await store.append(`${category}-${n}`, [newNote('x'.repeat(2000))], 'no-stream');
  };
  const writing = write();
  return {
    stop: () => {
      isStopped = true;
      return writing;
    },
  };
}

describe('a backup of the log', () => {
  test('holds exactly what stood there at its beginning, while two go on writing', async () => {
    const file = newFile();
    const [store, other] = [opened({ file }), opened({ file })];
    for (let n = 0; n < 20; n++) await store.append(`company-${n}`, newNotes('x'.repeat(100_000)), 'no-stream');
    const writers = [writingOn(store, 'card'), writingOn(other, 'number')];
    const copyFile = newFile();
    const head = await store.backup(copyFile);
    await Promise.all(writers.map(({ stop }) => stop()));
    const copy = opened({ file: copyFile });
    expect(await copy.head()).toBe(head);
    expect(await store.head()).toBeGreaterThan(head);
    const all = await store.readAll({ limit: 100_000 });
    expect(await copy.readAll({ limit: 100_000 })).toEqual(all.filter(({ position }) => position <= head));
  });

  test('is a log that can be written on', async () => {
    const store = opened({ file: newFile() });
    await store.append('card-1', newNotes('a'), 'no-stream');
    const copyFile = newFile();
    await store.backup(copyFile);
    expect(readdirSync(dirname(copyFile))).toEqual(['events.sqlite']);
    expect(await opened({ file: copyFile }).append('card-1', newNotes('b'), 0)).toMatchObject({ revision: 1 });
  });

  test('is refused where its folder is missing, and leaves nothing behind', async () => {
    const store = opened({ file: newFile() });
    await expect(store.backup(join(dirname(newFile()), 'nowhere', 'copy.sqlite'))).rejects.toThrow('directory');
  });
});
