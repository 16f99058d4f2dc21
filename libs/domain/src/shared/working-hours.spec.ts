import { describe, expect, test } from '@jest/globals';
import { afterWorkingMinutes } from './working-hours.js';

describe('R7: one working hour', () => {
  test.each([
    ['in the middle of the day', '2026-11-23T09:03:00.000Z', '2026-11-23T10:03:00.000Z'],
    ['before the office opens', '2026-11-23T05:00:00.000Z', '2026-11-23T08:00:00.000Z'],
    ['over the night', '2026-11-23T15:40:00.000Z', '2026-11-24T07:40:00.000Z'],
    ['ending when the office closes', '2026-11-23T15:00:00.000Z', '2026-11-23T16:00:00.000Z'],
    ['over a weekend', '2026-11-27T15:30:00.000Z', '2026-11-30T07:30:00.000Z'],
    ['over Christmas', '2026-12-23T15:50:00.000Z', '2026-12-28T07:50:00.000Z'],
    ['over the spring change of the clocks', '2026-03-27T15:30:00.000Z', '2026-03-30T06:30:00.000Z'],
  ])('R7: %s', (_, at, after) => {
    expect(afterWorkingMinutes(at, 60)).toBe(after);
  });

  test('may be many days', () => {
    expect(afterWorkingMinutes('2026-11-23T07:00:00.000Z', 2 * 9 * 60)).toBe('2026-11-24T16:00:00.000Z');
  });
});
