import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toInstant } from './instant.js';
import { instantOf, localOf } from './stockholm-time.js';
import { addCalendarMonths, addWorkingDays, isWorkingDay } from './working-days.js';

const wallAfterDays = (wall: string, days: number): string => localOf(addWorkingDays(instantOf(wall), days)).wall;
const wallAfterMonths = (wall: string, months: number): string =>
  localOf(addCalendarMonths(instantOf(wall), months)).wall;

describe('working days', () => {
  test('are Monday to Friday without public holidays and eves', () => {
    expect(isWorkingDay('2026-11-23')).toBe(true);
    expect(isWorkingDay('2026-11-21')).toBe(false);
    expect(isWorkingDay('2026-11-22')).toBe(false);
    expect(isWorkingDay('2026-12-24')).toBe(false);
    expect(isWorkingDay('2026-12-28')).toBe(true);
  });

  test.each([
    ['over a weekend', '2026-11-19T10:15', 3, '2026-11-24T10:15'],
    ['over Christmas and New Year', '2026-12-23T10:15', 4, '2027-01-04T10:15'],
    ['from a Saturday', '2026-11-21T10:15', 1, '2026-11-23T10:15'],
    ['over the change of clocks', '2026-03-27T10:15', 1, '2026-03-30T10:15'],
    ['none at all', '2026-11-21T10:15', 0, '2026-11-21T10:15'],
  ])('R24: are counted %s', (_, from, days, to) => {
    expect(wallAfterDays(from, days)).toBe(to);
  });

  test('R24: adding them one by one or at once leads to the same moment', () => {
    const moments = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2059, 0, 1) }).map(toInstant);
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 8 }), (at, days) => {
        const oneByOne = Array.from({ length: days }).reduce<string>((moment) => addWorkingDays(moment, 1), at);
        // A wall time in the missing hour moves on the way; the day is what is counted.
        expect(localOf(oneByOne).date).toBe(localOf(addWorkingDays(at, days)).date);
      }),
    );
  });
});

describe('calendar months', () => {
  test.each([
    ['keep the wall time from winter to summer', '2026-01-12T09:30', 6, '2026-07-13T09:30'],
    ['end at the last day of a shorter month', '2026-08-31T09:30', 6, '2027-03-01T09:30'],
    ['end at the leap day in a leap year', '2027-08-31T09:30', 6, '2028-02-29T09:30'],
    ['move from a Saturday to Monday', '2026-05-21T09:30', 6, '2026-11-23T09:30'],
    ['move past Christmas', '2026-06-24T09:30', 6, '2026-12-28T09:30'],
    ['cross the year', '2026-10-15T09:30', 6, '2027-04-15T09:30'],
  ])('Deferred: six of them %s', (_, from, months, to) => {
    expect(wallAfterMonths(from, months)).toBe(to);
  });
});
