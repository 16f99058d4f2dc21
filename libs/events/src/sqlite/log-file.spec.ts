import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { newNotes, textsOf } from '../testing/new-notes.js';
import { temporaryLogs } from '../testing/temporary-logs.js';
import { EventLogIsReadOnly, NotAnEventLog, openToWrite } from './log-file.js';

const { newFile, onEnd, opened } = temporaryLogs();

const rawly = (file: string): Database.Database => onEnd(new Database(file), (db) => db.close());

describe('the file of an event log', () => {
  test('is written ahead, and every commit waits for the disk', () => {
    const db = onEnd(openToWrite(newFile()), (log) => log.close());
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
  });

  test('is made where it is missing, its folder too, and opened as it is where it stands', async () => {
    const file = join(dirname(newFile()), 'deep', 'er', 'events.sqlite');
    await opened({ file }).append('card-1', newNotes('a'), 'no-stream');
    expect(textsOf(await opened({ file }).readStream('card-1'))).toEqual(['a']);
  });

  test.each([
    ['UPDATE events SET data = data', 'events are never changed'],
    ["UPDATE events SET recorded_at = '' WHERE revision = 1", 'events are never changed'],
    ['DELETE FROM events WHERE revision = 1', 'events are never deleted'],
    ['DELETE FROM events', 'events are never deleted'],
    ['REPLACE INTO events SELECT * FROM events', 'events are only added at the end'],
    [
      "REPLACE INTO events SELECT position, 'card-2', 0, id, type, data, metadata, '' FROM events LIMIT 1",
      'only added at the end',
    ],
    ["INSERT INTO events SELECT NULL, stream, 9, id, type, data, metadata, '' FROM events", 'only added at the end'],
  ])('refuses %s itself, whoever asks', async (statement, refusal) => {
    const file = newFile();
    const store = opened({ file });
    await store.append('card-1', newNotes('a', 'b', 'c'), 'no-stream');
    const before = await store.readAll({ limit: 10 });
    expect(() => rawly(file).exec(statement)).toThrow(refusal);
    expect(await store.readAll({ limit: 10 })).toEqual(before);
  });

  test('is refused where it is the file of something else', () => {
    const file = newFile();
    rawly(file).exec('CREATE TABLE views (key TEXT)');
    expect(() => opened({ file })).toThrow(NotAnEventLog);
    expect(() => opened({ file, readOnly: true })).toThrow(NotAnEventLog);
  });

  test('is refused by its name where it is no database or cannot be opened', () => {
    const file = newFile();
    writeFileSync(file, 'not a database, '.repeat(100));
    const refusal = { name: 'StoreUnavailable', reason: 'io', message: expect.stringContaining(file) };
    expect(() => opened({ file })).toThrow(expect.objectContaining(refusal));
    const folder = dirname(file);
    const ofFolder = { ...refusal, message: expect.stringContaining(folder) };
    expect(() => opened({ file: folder })).toThrow(expect.objectContaining(ofFolder));
  });
});

describe('a log that is opened to be read only', () => {
  test('shows what others append and refuses appends', async () => {
    const file = newFile();
    const writer = opened({ file });
    const reader = opened({ file, readOnly: true });
    await writer.append('card-1', newNotes('a'), 'no-stream');
    expect(textsOf(await reader.readAll({ limit: 10 }))).toEqual(['a']);
    await expect(reader.append('card-1', newNotes('b'), 0)).rejects.toThrow(EventLogIsReadOnly);
  });

  test('is not made where it is missing', () => {
    const file = newFile();
    const refusal = { reason: 'io', message: expect.stringContaining(file) };
    expect(() => opened({ file, readOnly: true })).toThrow(expect.objectContaining(refusal));
    expect(existsSync(file)).toBe(false);
  });
});
