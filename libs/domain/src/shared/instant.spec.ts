import { describe, expect, test } from '@jest/globals';
import { latest, minus, minutesBetween, msOf, plus } from './instant.js';

describe('an instant', () => {
  test('grows by elapsed time, over midnight, month and leap day', () => {
    expect(plus('2026-11-23T23:59:30.000Z', { seconds: 30 })).toBe('2026-11-24T00:00:00.000Z');
    expect(plus('2028-02-28T12:00:00.000Z', { days: 1, hours: 12 })).toBe('2028-03-01T00:00:00.000Z');
    expect(minus('2026-01-01T00:00:00.000Z', { minutes: 1 })).toBe('2025-12-31T23:59:00.000Z');
  });

  test('gives the minutes to another, negative when that one is earlier', () => {
    expect(minutesBetween('2026-11-23T08:00:00.000Z', '2026-11-23T09:30:00.000Z')).toBe(90);
    expect(minutesBetween('2026-11-23T09:30:00.000Z', '2026-11-23T08:00:00.000Z')).toBe(-90);
  });

  test('is the latest of several in any order', () => {
    expect(latest('2026-01-02T00:00:00.000Z', '2026-01-03T00:00:00.000Z', '2026-01-01T00:00:00.000Z')).toBe(
      '2026-01-03T00:00:00.000Z',
    );
  });

  test('is refused when it is no time', () => {
    expect(() => msOf('tomorrow')).toThrow(RangeError);
  });
});
