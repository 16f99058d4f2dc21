import { describe, expect, test } from '@jest/globals';
import type { EventStore } from '../store/event-store.js';
import { freshLog, type LogUnderTest } from './log-under-test.js';
import { newNotes, textsOf } from './new-notes.js';

const CLOSED = { name: 'StoreUnavailable', reason: 'closed' };

/** What a log holds beyond one opening of it, and beyond 2^53 events. */
export function livesContract(adapter: LogUnderTest): void {
  const log = freshLog(adapter);

  test('a closed store refuses everything, and may be closed again', async () => {
    await log.store.close();
    await expect(log.store.append('card-1', newNotes('a'), 'no-stream')).rejects.toMatchObject(CLOSED);
    await expect(log.store.readStream('card-1')).rejects.toMatchObject(CLOSED);
    await expect(log.store.readAll({ limit: 1 })).rejects.toMatchObject(CLOSED);
    await expect(log.store.head()).rejects.toMatchObject(CLOSED);
    await log.store.close();
  });

  test('an append that was handed over before the store closed is stored', async () => {
    const appending = log.store.append('card-1', newNotes('a'), 'no-stream');
    await log.store.close();
    expect(await appending).toMatchObject({ revision: 0 });
  });

  if (adapter.isDurable) durableRules(log);
  if (adapter.startsAnywhere) positionRules(adapter);
}

function durableRules(log: ReturnType<typeof freshLog>): void {
  describe('a log that is opened again', () => {
    const reopened = async (): Promise<EventStore> => {
      await log.store.close();
      return log.log.reopen();
    };

    test('holds what it held and goes on where it was', async () => {
      await log.store.append('card-1', newNotes('a', 'b'), 'no-stream');
      const before = await log.store.readAll({ limit: 10 });
      const store = await reopened();
      expect(await store.readAll({ limit: 10 })).toEqual(before);
      expect(await store.append('card-1', newNotes('c'), 1)).toMatchObject({ revision: 2 });
      expect(textsOf(await store.readAll({ limit: 10 }))).toEqual(['a', 'b', 'c']);
      await store.close();
    });

    test('knows a repeated append', async () => {
      const twice = newNotes('a');
      const first = await log.store.append('card-1', twice, 'no-stream');
      const store = await reopened();
      expect(await store.append('card-1', twice, 'no-stream')).toEqual(first);
      await store.close();
    });

    test('refuses a stale revision of the other opening', async () => {
      const other = await log.log.reopen();
      await log.store.append('card-1', newNotes('a'), 'no-stream');
      await expect(other.append('card-1', newNotes('b'), 'no-stream')).rejects.toMatchObject({ actual: 0 });
      await other.close();
    });
  });
}

function positionRules(adapter: LogUnderTest): void {
  test('positions beyond 2^53 are told exactly', async () => {
    const startAfter = 2n ** 53n;
    const { store, dispose } = await adapter.open(startAfter);
    await store.append('card-1', newNotes('a', 'b'), 'no-stream');
    const { position } = await store.append('card-1', newNotes('c'), 1);
    expect(position).toBe(startAfter + 3n);
    expect(await store.head()).toBe(startAfter + 3n);
    const all = await store.readAll({ limit: 10 });
    expect(all.map((event) => event.position)).toEqual([startAfter + 1n, startAfter + 2n, startAfter + 3n]);
    expect(textsOf(await store.readAll({ beyond: startAfter + 2n, limit: 10 }))).toEqual(['c']);
    const before = { direction: 'backwards', beyond: startAfter + 3n, limit: 10 } as const;
    expect(textsOf(await store.readAll(before))).toEqual(['b', 'a']);
    for await (const batch of store.subscribe({ after: startAfter + 1n, signal: new AbortController().signal })) {
      expect(textsOf(batch.events)).toEqual(['b', 'c']);
      expect(batch.position).toBe(startAfter + 3n);
      break;
    }
    await dispose();
  });
}
