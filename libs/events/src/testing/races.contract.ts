import { describe, expect, test } from '@jest/globals';
import { RevisionConflict } from '../store/event-store.errors.js';
import { insist } from './insist.js';
import { freshLog, type LogUnderTest } from './log-under-test.js';
import { idsOf, newNote } from './new-notes.js';

const WRITERS = 50;
const writers = Array.from({ length: WRITERS }, (_, index) => index);

export function racesContract(adapter: LogUnderTest): void {
  const log = freshLog(adapter);

  describe('fifty writers', () => {
    test('of one stream who all try once: exactly one wins and every loser is told the winner’s revision', async () => {
      const outcomes = await Promise.allSettled(
        writers.map(() => log.store.append('card-1', [newNote()], 'no-stream')),
      );
      const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
      expect(lost).toHaveLength(WRITERS - 1);
      expect(lost.every((error) => error instanceof RevisionConflict && error.actual === 0)).toBe(true);
      expect(await log.store.readStream('card-1')).toHaveLength(1);
    });

    test('of one stream who try until they win: each stands there once, without a hole', async () => {
      const notes = writers.map(() => newNote());
      const losses = await Promise.all(notes.map((note) => insist(log.store, 'card-1', note)));
      const events = await log.store.readStream('card-1');
      expect(events.map(({ revision }) => revision)).toEqual(writers);
      expect(idsOf(events).sort()).toEqual(idsOf(notes).sort());
      expect(Math.max(...losses)).toBeGreaterThan(0);
    });

    test('of a stream each: all win, and the log holds every stream in its own order', async () => {
      const answers = await Promise.all(
        writers.map(async (writer) => {
          await log.store.append(`card-${writer}`, [newNote(), newNote()], 'no-stream');
          return log.store.append(`card-${writer}`, [newNote()], 1);
        }),
      );
      const all = await log.store.readAll({ limit: 1000 });
      expect(all).toHaveLength(3 * WRITERS);
      expect(new Set(answers.map(({ position }) => position)).size).toBe(WRITERS);
      for (const writer of writers) {
        const own = all.filter(({ streamId }) => streamId === `card-${writer}`);
        expect(own.map(({ revision }) => revision)).toEqual([0, 1, 2]);
        expect(own.at(-1)?.position).toBe(answers[writer]?.position);
      }
    });
  });
}
