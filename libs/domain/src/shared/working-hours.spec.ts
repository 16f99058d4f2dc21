import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plus } from './instant.js';
import { afterWorkingMinutes, beforeWorkingMinutes } from './working-hours.js';

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

describe('an age in working time', () => {
  test.each([
    ['in the middle of the day', '2026-11-23T10:03:00.000Z', '2026-11-23T09:03:00.000Z'],
    ['as the office opens', '2026-11-23T07:00:00.000Z', '2026-11-20T15:00:00.000Z'],
    ['in the evening', '2026-11-23T20:00:00.000Z', '2026-11-23T15:00:00.000Z'],
    ['over a weekend', '2026-11-30T07:30:00.000Z', '2026-11-27T15:30:00.000Z'],
  ])('of one hour, %s', (_, at, before) => {
    expect(beforeWorkingMinutes(at, 60)).toBe(before);
  });

  test('has been reached exactly by what began before it', () => {
    const moment = fc
      .integer({ min: 0, max: 400 * 24 * 60 })
      .map((minutes) => plus('2026-01-01T00:00:00.000Z', { minutes }));
    const length = fc.integer({ min: 1, max: 60 * 60 });
    fc.assert(
      fc.property(moment, moment, length, (began, at, minutes) => {
        expect(began <= beforeWorkingMinutes(at, minutes)).toBe(afterWorkingMinutes(began, minutes) <= at);
      }),
      { numRuns: 2000 },
    );
  });
});
