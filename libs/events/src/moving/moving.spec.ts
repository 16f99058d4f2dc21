import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { InMemoryEventStore } from '../in-memory/in-memory-event-store.js';
import { SqliteEventStore } from '../sqlite/sqlite-event-store.js';
import type { EventStore } from '../store/event-store.js';
import { StoreUnavailable } from '../store/event-store.errors.js';
import type { NewEvent } from '../store/recorded-event.js';
import { dyingAfter } from '../testing/disturbed-store.js';
import { newNote } from '../testing/new-notes.js';
import { temporaryLogs } from '../testing/temporary-logs.js';
import { verbatimCodec } from '../versioning/verbatim-codec.js';
import { compareLogs } from './compare-logs.js';
import { copyLog } from './copy-log.js';
import { mustBeStill } from './must-be-still.js';

const files = temporaryLogs();
const inMemory = (): EventStore => new InMemoryEventStore({ codec: verbatimCodec });
const onFile = (): EventStore => new SqliteEventStore({ file: files.newFile(), codec: verbatimCodec });
const quietly = { onProgress: () => undefined };

/** Two notes in each append, over as many streams as there are names. */
async function written(log: EventStore, streams: readonly string[]): Promise<void> {
  const lengths = new Map<string, number>();
  for (const [index, stream] of streams.entries()) {
    const length = lengths.get(stream) ?? 0;
    const notes = [newNote(`first ${index}`), newNote(`second ${index}`)];
    const commandId = `command ${index}`;
    const events = notes.map((note) => ({ ...note, metadata: { ...note.metadata, commandId } }));
    await log.append(stream, events, length === 0 ? 'no-stream' : length - 1);
    lengths.set(stream, length + 2);
  }
}

/** As a program of years ago wrote it. */
const OLD: NewEvent = {
  id: 'old',
  event: { type: 'DoorOpened', data: { 'of another time': true } },
  metadata: { ...newNote().metadata, schema: 'DoorOpened@1' },
};

describe('a log that is moved', () => {
  test('is the same on the other technology, and the same again when it comes back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('card-1', 'card-2', 'number-1'), { maxLength: 30 }),
        async (streams) => {
          const [from, there, back] = [inMemory(), onFile(), inMemory()];
          await written(from, streams);
          await copyLog({ from, to: there, ...quietly });
          await copyLog({ from: there, to: back, ...quietly });
          expect(await compareLogs({ from, to: back, ...quietly })).toBe(streams.length * 2);
          await there.close();
        },
      ),
      { numRuns: 20 },
    );
  });

  test('keeps every event as it was stored, whatever its version', async () => {
    const [from, to] = [inMemory(), inMemory()];
    await from.append('door-1', [OLD], 'no-stream');
    await copyLog({ from, to, ...quietly });
    const [moved] = await to.readStream('door-1');
    expect(moved).toMatchObject({ id: OLD.id, ...OLD.event, metadata: OLD.metadata });
  });

  test.each([false, true])('goes on where it was stopped; the append that failed was stored: %j', async (isStored) => {
    const [from, to] = [inMemory(), onFile()];
    await written(from, ['card-1', 'card-2', 'card-1', 'card-3']);
    for (const appends of [0, 1, 0, 1]) {
      const copying = copyLog({ from, to: dyingAfter(to, appends, { isStored }), ...quietly });
      await copying.catch((error: unknown) => expect(error).toBeInstanceOf(StoreUnavailable));
    }
    await copyLog({ from, to, ...quietly });
    expect(await compareLogs({ from, to, ...quietly })).toBe(8);
    await to.close();
  });

  test('is not poured into a log that holds something else', async () => {
    const [from, to] = [inMemory(), inMemory()];
    await written(from, ['card-1']);
    await written(to, ['card-1']);
    await expect(copyLog({ from, to, ...quietly })).rejects.toMatchObject({ name: 'NotACopy', streamId: 'card-1' });
    expect(await to.readAll({ limit: 10 })).toHaveLength(2);
  });
});

describe('a log that somebody goes on writing to while it is moved', () => {
  test('is seen to differ from its copy, and not to have stood still', async () => {
    const [from, to] = [inMemory(), inMemory()];
    await written(from, ['card-1', 'card-2']);
    const copied = await copyLog({ from, to, ...quietly });
    await mustBeStill(from, copied);
    await written(from, ['card-3']);
    await expect(compareLogs({ from, to, ...quietly })).rejects.toMatchObject({ name: 'LogsDiffer', position: 5n });
    await expect(mustBeStill(from, copied)).rejects.toMatchObject({ name: 'WrittenMeanwhile', copiedUpTo: 4n });
    await mustBeStill(from, await copyLog({ from, to, ...quietly }));
    expect(await compareLogs({ from, to, ...quietly })).toBe(6);
  });
});

describe('two logs', () => {
  const differing = async (...notes: readonly (readonly NewEvent[])[]): Promise<unknown> => {
    const [from, to] = [inMemory(), inMemory()];
    for (const [at, log] of [from, to].entries()) {
      for (const note of notes[at] ?? []) await log.append('card-1', [note], 'no-stream');
    }
    return compareLogs({ from, to, ...quietly });
  };
  const note = newNote('one', 'n1');

  test('differ when one is longer', async () => {
    await expect(differing([note], [])).rejects.toMatchObject({ name: 'LogsDiffer', position: 1n });
    await expect(differing([], [note])).rejects.toMatchObject({ name: 'LogsDiffer' });
  });

  test('differ when an event says something else, by data or by metadata', async () => {
    const other = { ...note, event: newNote('two', 'n1').event };
    const byAnother = { ...note, metadata: { ...note.metadata, actor: 'caller-2' } };
    await expect(differing([note], [other])).rejects.toMatchObject({ name: 'LogsDiffer', position: 1n });
    await expect(differing([note], [byAnother])).rejects.toMatchObject({ name: 'LogsDiffer', position: 1n });
  });
});
