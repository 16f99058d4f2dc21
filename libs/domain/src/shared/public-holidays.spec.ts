import { describe, expect, test } from '@jest/globals';
import Holidays from 'date-holidays';
import { easterSunday, holidaysOf, isHoliday } from './public-holidays.js';

const sweden = new Holidays('SE');
const years = Array.from({ length: 2060 - 2015 + 1 }, (_, index) => 2015 + index);

/** An independent calendar calls Midsummer's, Christmas and New Year's eve bank holidays, and Easter eve an observance. */
const fromTheOtherCalendar = (year: number): string[] =>
  sweden
    .getHolidays(year)
    .filter(({ type, rule }) => type === 'public' || type === 'bank' || rule === 'easter -1')
    .map(({ date }) => date.slice(0, 10));

describe('public holidays by law 1989:253 and the four eves', () => {
  test.each(years)('R23: the days of %i are those of an independent calendar', (year) => {
    expect([...holidaysOf(year)].sort()).toEqual([...new Set(fromTheOtherCalendar(year))].sort());
  });

  test('R23: the earliest and the latest Easter are found', () => {
    expect(easterSunday(2285).toString()).toBe('2285-03-22');
    expect(easterSunday(2038).toString()).toBe('2038-04-25');
    expect(easterSunday(1981).toString()).toBe('1981-04-19');
    expect(easterSunday(2049).toString()).toBe('2049-04-18');
  });

  test('R23: a plain Sunday is no holiday, the hours of the campaign decide on it', () => {
    expect(isHoliday('2026-11-22')).toBe(false);
    expect(isHoliday('2026-11-23')).toBe(false);
  });

  test('R23: the eves count although the law does not name them', () => {
    const eves = ['2026-04-04', '2026-06-19', '2026-12-24', '2026-12-31'];
    expect(eves.filter(isHoliday)).toEqual(eves);
  });
});
