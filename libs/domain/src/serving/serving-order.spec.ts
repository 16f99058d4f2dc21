import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  GREATEST_PRIORITY,
  LEAST_PRIORITY,
  SERVING_ORDER,
  servingRank,
  sortDueAt,
  type QueuedCard,
} from './serving-order.js';

const MONDAY = '2026-11-23T08:00:00.000Z';
const TUESDAY = '2026-11-24T08:00:00.000Z';
const WEDNESDAY = '2026-11-25T08:00:00.000Z';

const card = (data: Partial<QueuedCard> = {}): QueuedCard => ({
  because: 'never-called',
  priority: 0,
  dueAt: MONDAY,
  ...data,
});
const becauses = SERVING_ORDER.flatMap(({ because }) => because);
const priorities = fc.integer({ min: LEAST_PRIORITY, max: GREATEST_PRIORITY });
const skips = fc.option(fc.constant(TUESDAY), { nil: undefined });
const cards = fc
  .record({ because: fc.constantFrom(...becauses), priority: priorities, skippedAt: skips })
  .map(({ skippedAt, ...data }) => card({ ...data, ...(skippedAt && { skippedAt }) }));
const groupOf = ({ because }: QueuedCard): number =>
  SERVING_ORDER.findIndex((group) => group.because.includes(because));

describe('the order of the queue', () => {
  test('is: own promises, the team’s promises, callbacks, retries, never called', () => {
    const ranks = becauses.slice(0, 5).map((because) => servingRank(card({ because })));
    expect(becauses.slice(0, 5)).toEqual([
      'priority-callback-due',
      'priority-callback-offered-to-team',
      'callback-due',
      'retry-due',
      'never-called',
    ]);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(new Set(ranks).size).toBe(5);
  });

  test('puts the group before everything else', () => {
    fc.assert(
      fc.property(cards, cards, (a, b) => {
        if (groupOf(a) < groupOf(b)) expect(servingRank(a)).toBeLessThan(servingRank(b));
      }),
    );
  });

  test('puts a larger priority first within a group', () => {
    expect(servingRank(card({ priority: 5 }))).toBeLessThan(servingRank(card({ priority: 4 })));
    expect(servingRank(card({ because: 'callback-due', priority: 5 }))).toBeLessThan(
      servingRank(card({ because: 'callback-due', priority: 4 })),
    );
  });

  test('keeps promised times in their own order, whatever the priority', () => {
    expect(servingRank(card({ because: 'priority-callback-due', priority: 5 }))).toBe(
      servingRank(card({ because: 'priority-callback-due', priority: 4 })),
    );
  });

  test('R22: puts a skipped card last in its own priority group, not behind a lower one', () => {
    const shared = fc.constantFrom('callback-due', 'retry-due', 'never-called', 'skipped-before');
    fc.assert(
      fc.property(shared, fc.integer({ min: LEAST_PRIORITY + 1, max: GREATEST_PRIORITY }), (because, priority) => {
        const skipped = servingRank(card({ because, priority, skippedAt: TUESDAY }));
        expect(skipped).toBeGreaterThan(servingRank(card({ because, priority })));
        expect(skipped).toBeLessThan(servingRank(card({ because, priority: priority - 1 })));
      }),
    );
  });

  test('R22: puts a skipped promise behind the other promises, not behind those of the team', () => {
    const own = card({ because: 'priority-callback-due' });
    expect(servingRank({ ...own, skippedAt: TUESDAY })).toBeGreaterThan(servingRank(own));
    expect(servingRank({ ...own, skippedAt: TUESDAY })).toBeLessThan(
      servingRank(card({ because: 'priority-callback-offered-to-team' })),
    );
  });

  test('takes a priority outside the bounds as the nearest one inside', () => {
    expect(servingRank(card({ priority: 1e9 }))).toBe(servingRank(card({ priority: GREATEST_PRIORITY })));
    expect(servingRank(card({ priority: -1e9 }))).toBe(servingRank(card({ priority: LEAST_PRIORITY })));
    expect(servingRank(card({ because: 'retry-due', priority: -1e9, skippedAt: TUESDAY }))).toBeLessThan(
      servingRank(card({ priority: 1e9 })),
    );
  });
});

describe('the time of a card in the queue', () => {
  test('is the time agreed on', () => {
    expect(sortDueAt(card())).toBe(MONDAY);
  });

  test('R9: is the end of the rest where that is later', () => {
    expect(sortDueAt(card({ restUntil: TUESDAY }))).toBe(TUESDAY);
    expect(sortDueAt(card({ dueAt: WEDNESDAY, restUntil: TUESDAY }))).toBe(WEDNESDAY);
  });

  test.each(['priority-callback-due', 'priority-callback-offered-to-team'] as const)(
    'R9: is the promised time although the number rests: %s',
    (because) => {
      expect(sortDueAt(card({ because, restUntil: TUESDAY }))).toBe(MONDAY);
    },
  );

  test('R22: is the time of the skip, so that the one skipped first comes back first', () => {
    expect(sortDueAt(card({ skippedAt: TUESDAY }))).toBe(TUESDAY);
    expect(sortDueAt(card({ skippedAt: TUESDAY, restUntil: WEDNESDAY }))).toBe(WEDNESDAY);
  });
});
