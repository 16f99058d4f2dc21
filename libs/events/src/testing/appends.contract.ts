import { describe, expect, test } from '@jest/globals';
import type { ExpectedRevision } from '../store/event-store.js';
import { EventTooLarge, NothingToAppend, RevisionConflict } from '../store/event-store.errors.js';
import { freshLog, type LogUnderTest } from './log-under-test.js';
import { idsOf, newNote, newNotes, textsOf } from './new-notes.js';

export function appendsContract(adapter: LogUnderTest): void {
  const log = freshLog(adapter);
  const outcomeOf = (append: Promise<unknown>): Promise<unknown> => append.catch((error: unknown) => error);

  describe('an append with the revision that the stream has', () => {
    test('starts a stream at revision 0 and goes on one by one', async () => {
      const first = await log.store.append('card-1', newNotes('a', 'b'), 'no-stream');
      const second = await log.store.append('card-1', newNotes('c'), 1);
      expect([first.revision, second.revision]).toEqual([1, 2]);
      expect(second.position).toBeGreaterThan(first.position);
      const events = await log.store.readStream('card-1');
      expect(textsOf(events)).toEqual(['a', 'b', 'c']);
      expect(events.map(({ revision }) => revision)).toEqual([0, 1, 2]);
      expect(events.map(({ position }) => position).slice(1)).toEqual([first.position, second.position]);
    });

    test('stores every event as it was given, with its place and time', async () => {
      const note = newNote();
      const { position } = await log.store.append('card-1', [note], 'no-stream');
      expect(await log.store.readStream('card-1')).toEqual([
        {
          ...note.event,
          id: note.id,
          streamId: 'card-1',
          revision: 0,
          position,
          recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
          metadata: note.metadata,
        },
      ]);
    });

    test.each([
      'åäö ÅÄÖ é',
      `"quotes" 'and' \\ back`,
      '😀 👩‍👩‍👧',
      'null \u0000 byte',
      'half \ud83d pair',
      '\u2028\r\n\t',
      '',
    ])('keeps the text %j', async (text) => {
      await log.store.append('card-1', newNotes(text), 'no-stream');
      expect(textsOf(await log.store.readStream('card-1'))).toEqual([text]);
    });

    test('keeps streams apart whose names are nearly alike', async () => {
      const names = ['card-a', 'card-A', 'card-a ', 'card-å', 'card-a%', 'card-', 'card'];
      for (const name of names) await log.store.append(name, newNotes(name), 'no-stream');
      const read = await Promise.all(names.map((name) => log.store.readStream(name)));
      expect(read.map(textsOf)).toEqual(names.map((name) => [name]));
    });
  });

  describe('an append with another revision', () => {
    const refused: readonly [stands: number, expected: ExpectedRevision, actual: ExpectedRevision][] = [
      [0, 0, 'no-stream'],
      [0, 7, 'no-stream'],
      [1, 'no-stream', 0],
      [3, 'no-stream', 2],
      [3, 0, 2],
      [3, 1, 2],
      [3, 3, 2],
    ];
    test.each(refused)('on %i events that expects %s is a conflict that says %s', async (stands, expected, actual) => {
      const before = Array.from({ length: stands }, () => newNote());
      if (stands > 0) await log.store.append('card-1', before, 'no-stream');
      const outcome = await outcomeOf(log.store.append('card-1', newNotes('x', 'y'), expected));
      expect(outcome).toBeInstanceOf(RevisionConflict);
      expect(outcome).toMatchObject({ streamId: 'card-1', expected, actual });
      expect(idsOf(await log.store.readAll({ limit: 100 }))).toEqual(idsOf(before));
    });

    test('takes nothing from the others that were handed over in the same turn', async () => {
      const outcomes = await Promise.all(
        [
          log.store.append('card-1', newNotes('first'), 'no-stream'),
          log.store.append('card-1', newNotes('late', 'late'), 'no-stream'),
          log.store.append('card-2', newNotes('other'), 'no-stream'),
          log.store.append('card-1', newNotes('next', 'after'), 0),
        ].map(outcomeOf),
      );
      expect(outcomes).toMatchObject([{ revision: 0 }, { name: 'RevisionConflict', actual: 0 }, {}, { revision: 2 }]);
      expect(textsOf(await log.store.readAll({ limit: 10 }))).toEqual(['first', 'other', 'next', 'after']);
    });
  });

  describe('a repeated append', () => {
    test('answers as the first time and stores nothing, also when the stream has gone on', async () => {
      const twice = newNotes('a', 'b');
      const first = await log.store.append('card-1', twice, 'no-stream');
      expect(await log.store.append('card-1', twice, 'no-stream')).toEqual(first);
      await log.store.append('card-1', newNotes('c'), 1);
      expect(await log.store.append('card-1', twice, 'no-stream')).toEqual(first);
      expect(textsOf(await log.store.readStream('card-1'))).toEqual(['a', 'b', 'c']);
    });

    test('answers as the first time while the first is under way', async () => {
      const twice = newNotes('a');
      const [first, second] = await Promise.all([
        log.store.append('card-1', twice, 'no-stream'),
        log.store.append('card-1', twice, 'no-stream'),
      ]);
      expect(second).toEqual(first);
      expect(await log.store.readAll({ limit: 10 })).toHaveLength(1);
    });

    test('is a conflict where it expects another revision or holds other events', async () => {
      const [a, b] = [newNote('a'), newNote('b')];
      await log.store.append('card-1', [a, b], 'no-stream');
      await expect(log.store.append('card-1', [a, b], 0)).rejects.toThrow(RevisionConflict);
      await expect(log.store.append('card-1', [a, newNote('c')], 'no-stream')).rejects.toThrow(RevisionConflict);
      await expect(log.store.append('card-1', [a, b, newNote('c')], 'no-stream')).rejects.toThrow(RevisionConflict);
    });
  });

  test('refuses an append of nothing, whatever it expects', async () => {
    await expect(log.store.append('card-1', [], 'no-stream')).rejects.toThrow(NothingToAppend);
    await expect(log.store.append('card-1', [], 4)).rejects.toThrow(NothingToAppend);
  });

  test('refuses an append that is too large for any store, stores one just below', async () => {
    const mebibyte = 1024 * 1024;
    await expect(log.store.append('card-1', newNotes('x'.repeat(mebibyte)), 'no-stream')).rejects.toThrow(
      EventTooLarge,
    );
    const halves = newNotes('å'.repeat(mebibyte / 4), 'å'.repeat(mebibyte / 4));
    await expect(log.store.append('card-1', halves, 'no-stream')).rejects.toThrow(EventTooLarge);
    const large = 'å'.repeat(mebibyte / 2 - 1000);
    await log.store.append('card-1', newNotes(large), 'no-stream');
    expect(textsOf(await log.store.readStream('card-1'))).toEqual([large]);
  });
}
