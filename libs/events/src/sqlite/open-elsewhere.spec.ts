import { describe, expect, test } from '@jest/globals';
import { newNotes } from '../testing/new-notes.js';
import { temporaryLogs } from '../testing/temporary-logs.js';
import { isOpenElsewhere } from './open-elsewhere.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const { newFile } = temporaryLogs();

describe('an event log is known to be open elsewhere', () => {
  test.each([false, true])('while somebody has it open who only reads: %j, and not afterwards', async (readOnly) => {
    const file = newFile();
    const made = new SqliteEventStore({ file });
    await made.append('card-1', newNotes('a'), 'no-stream');
    await made.close();
    expect(isOpenElsewhere(file)).toBe(false);
    const other = new SqliteEventStore({ file, readOnly });
    await other.head();
    expect(isOpenElsewhere(file)).toBe(true);
    expect(await other.readStream('card-1')).toHaveLength(1);
    await other.close();
    expect(isOpenElsewhere(file)).toBe(false);
  });

  test('without harm to who writes', async () => {
    const file = newFile();
    const other = new SqliteEventStore({ file });
    const appending = other.append('card-1', newNotes('a'), 'no-stream');
    expect(isOpenElsewhere(file)).toBe(true);
    expect(await appending).toMatchObject({ revision: 0 });
    await other.close();
  });
});
