import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CallingHoursNeverOpen } from './calling-hours.errors.js';
import {
  isCallingTime,
  nearestCallingTime,
  nextCallingTime,
  nextWorkingDaySamePartOfDay,
  type CallingHours,
} from './calling-hours.js';
import { toInstant } from './instant.js';
import { instantOf, localOf } from './stockholm-time.js';

const OFFICE: CallingHours = { weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '17:00', onHolidays: false };
const moments = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2059, 0, 1) }).map(toInstant);
const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
const someHours: fc.Arbitrary<CallingHours> = fc
  .record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    opens: fc.integer({ min: 0, max: 22 }),
    length: fc.integer({ min: 1, max: 23 }),
    onHolidays: fc.boolean(),
  })
  .map(({ weekdays, opens, length, onHolidays }) => ({
    weekdays,
    from: clock(opens),
    to: clock(Math.min(23, opens + length)),
    onHolidays,
  }));

const wallOf = (move: (at: string) => string, wall: string): string => localOf(move(instantOf(wall))).wall;

describe('calling hours', () => {
  test.each([
    ['the first minute', '2026-11-23T08:00', true],
    ['the minute before', '2026-11-23T07:59', false],
    ['the last minute', '2026-11-23T16:59', true],
    ['the closing hour', '2026-11-23T17:00', false],
    ['a Saturday', '2026-11-21T10:00', false],
    ['Ascension Day', '2026-05-14T10:00', false],
    ["Midsummer's eve", '2026-06-19T10:00', false],
    ['the day after the change of clocks', '2026-03-30T08:00', true],
  ])('R23: %s is %s: %s', (_, wall, open) => {
    expect(isCallingTime(instantOf(wall), OFFICE)).toBe(open);
  });

  test('R23: a campaign may call on holidays and on other weekdays', () => {
    expect(isCallingTime(instantOf('2026-05-14T10:00'), { ...OFFICE, onHolidays: true })).toBe(true);
    expect(isCallingTime(instantOf('2026-11-22T10:00'), { ...OFFICE, weekdays: [7] })).toBe(true);
  });

  test.each([
    ['2026-11-23T10:12', '2026-11-23T10:12'],
    ['2026-11-23T06:00', '2026-11-23T08:00'],
    ['2026-11-23T17:00', '2026-11-24T08:00'],
    ['2026-11-20T17:00', '2026-11-23T08:00'],
    ['2026-12-23T17:30', '2026-12-28T08:00'],
    ['2026-12-30T17:30', '2027-01-04T08:00'],
  ])('R23: after %s the next calling time is %s', (from, to) => {
    expect(wallOf((at) => nextCallingTime(at, OFFICE), from)).toBe(to);
  });

  test.each([
    ['2026-11-23T10:12', '2026-11-23T10:12'],
    ['2026-11-23T17:30', '2026-11-23T16:59'],
    ['2026-11-23T07:00', '2026-11-23T08:00'],
    ['2026-11-22T18:00', '2026-11-23T08:00'],
    ['2026-11-21T09:00', '2026-11-20T16:59'],
  ])('R23: nearest to %s is %s', (from, to) => {
    expect(wallOf((at) => nearestCallingTime(at, OFFICE), from)).toBe(to);
  });

  test('R23: the nearest time is never one that has passed', () => {
    const now = instantOf('2026-11-21T08:00');
    expect(wallOf((at) => nearestCallingTime(at, OFFICE, now), '2026-11-21T09:00')).toBe('2026-11-23T08:00');
  });

  test('R23: the next and the nearest calling time are calling times, whatever the hours', () => {
    fc.assert(
      fc.property(moments, someHours, (at, hours) => {
        const next = nextCallingTime(at, hours);
        expect(next >= at).toBe(true);
        expect(isCallingTime(next, hours)).toBe(true);
        expect(isCallingTime(nearestCallingTime(at, hours), hours)).toBe(true);
        expect(nextCallingTime(next, hours)).toBe(next);
      }),
    );
  });

  test('R23: hours that never open are refused instead of searched for ever', () => {
    const at = instantOf('2026-11-23T10:00');
    expect(() => nextCallingTime(at, { ...OFFICE, weekdays: [] })).toThrow(CallingHoursNeverOpen);
    expect(() => nextCallingTime(at, { ...OFFICE, from: '17:00' })).toThrow(CallingHoursNeverOpen);
  });

  test.each([
    ['2026-11-23T10:12', '2026-11-24T10:12'],
    ['2026-11-20T15:40', '2026-11-23T15:40'],
    ['2026-12-23T10:12', '2026-12-28T10:12'],
    ['2026-03-27T10:12', '2026-03-30T10:12'],
    ['2026-11-23T07:10', '2026-11-24T08:00'],
    ['2026-11-23T18:20', '2026-11-24T16:59'],
  ])('Callback: without a time, %s becomes %s', (from, to) => {
    expect(wallOf((at) => nextWorkingDaySamePartOfDay(at, OFFICE), from)).toBe(to);
  });
});
