import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Direction, EventStore } from '../store/event-store.js';
import type { Position, Recorded } from '../store/recorded-event.js';
import { freshLog, type LogUnderTest } from './log-under-test.js';
import { newNotes, textsOf } from './new-notes.js';

const TEXTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const directions = fc.constantFrom<Direction>('forwards', 'backwards');

/** All pages of the log, one after the other, until an empty one. */
async function paged(store: EventStore, direction: Direction, limit: number): Promise<readonly Recorded[]> {
  const found: Recorded[] = [];
  for (let beyond: Position | undefined; ; beyond = found.at(-1)?.position) {
    const page = await store.readAll({ direction, limit, ...(beyond !== undefined && { beyond }) });
    expect(page.length).toBeLessThanOrEqual(limit);
    if (page.length === 0) return found;
    found.push(...page);
  }
}

export function readsContract(adapter: LogUnderTest): void {
  const log = freshLog(adapter);

  test('an empty log has its head at 0 and holds nothing', async () => {
    expect(await log.store.head()).toBe(0n);
    expect(await log.store.readAll({ limit: 10 })).toEqual([]);
    expect(await log.store.readAll({ direction: 'backwards', limit: 10 })).toEqual([]);
  });

  describe('a log of two streams', () => {
    beforeEach(async () => {
      for (const [index, text] of TEXTS.entries()) {
        await log.store.append('card-1', newNotes(text), index === 0 ? 'no-stream' : index - 1);
        await log.store.append('number-1', newNotes(`n${text}`), index === 0 ? 'no-stream' : index - 1);
      }
    });

    test('reads a missing stream as an empty one', async () => {
      expect(await log.store.readStream('card-2')).toEqual([]);
      expect(await log.store.readStream('card-2', { direction: 'backwards', from: 3, limit: 1 })).toEqual([]);
    });

    test('reads a stream both ways from any revision, itself included, up to a limit', async () => {
      const froms = fc.option(fc.nat(TEXTS.length + 2), { nil: undefined });
      const limits = fc.option(fc.integer({ min: 1, max: TEXTS.length + 2 }), { nil: undefined });
      await fc.assert(
        fc.asyncProperty(directions, froms, limits, async (direction, from, limit) => {
          const inReach =
            direction === 'forwards' ? TEXTS.slice(from ?? 0) : TEXTS.slice(0, (from ?? TEXTS.length) + 1).reverse();
          const read = await log.store.readStream('card-1', {
            direction,
            ...(from !== undefined && { from }),
            ...(limit !== undefined && { limit }),
          });
          expect(textsOf(read)).toEqual(inReach.slice(0, limit));
        }),
      );
    });

    test('reads the whole log both ways in pages of any size, without gap or repeat', async () => {
      const whole = TEXTS.flatMap((text) => [text, `n${text}`]);
      await fc.assert(
        fc.asyncProperty(directions, fc.integer({ min: 1, max: 20 }), async (direction, limit) => {
          const read = textsOf(await paged(log.store, direction, limit));
          expect(read).toEqual(direction === 'forwards' ? whole : [...whole].reverse());
        }),
        { numRuns: 40 },
      );
    });

    test('reads strictly beyond a position', async () => {
      const all = await log.store.readAll({ limit: 100 });
      const [, second, third] = all;
      expect(await log.store.readAll({ beyond: second?.position ?? 0n, limit: 1 })).toEqual([third]);
      const backwards = { direction: 'backwards', limit: 1 } as const;
      expect(await log.store.readAll({ ...backwards, beyond: third?.position ?? 0n })).toEqual([second]);
      expect(await log.store.readAll({ beyond: await log.store.head(), limit: 1 })).toEqual([]);
      expect(await log.store.readAll({ ...backwards, beyond: all[0]?.position ?? 0n })).toEqual([]);
    });

    test('has its head at the newest event', async () => {
      const [newest] = await log.store.readAll({ direction: 'backwards', limit: 1 });
      expect(await log.store.head()).toBe(newest?.position);
    });
  });
}
