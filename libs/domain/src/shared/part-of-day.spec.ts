import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isCallingTime, type CallingHours } from './calling-hours.js';
import { plus, toInstant } from './instant.js';
import { inAnotherPartOfDay, partOfDay } from './part-of-day.js';
import { instantOf, localOf } from './stockholm-time.js';

const OFFICE: CallingHours = { weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '17:00', onHolidays: false };

const retry = (wall: string, hours = OFFICE): string => {
  const at = instantOf(wall);
  return localOf(inAnotherPartOfDay(at, plus(at, { hours: 4 }), hours)).wall;
};

describe('part of the day', () => {
  test('is morning until noon, afternoon until five, then evening', () => {
    expect(
      ['08:00', '11:59', '12:00', '16:59', '17:00'].map((time) => partOfDay(instantOf(`2026-11-23T${time}`))),
    ).toEqual(['morning', 'morning', 'afternoon', 'afternoon', 'evening']);
  });

  test.each([
    ['2026-11-23T09:00', '2026-11-23T13:00'],
    ['2026-11-23T08:00', '2026-11-23T12:00'],
    ['2026-11-23T07:30', '2026-11-23T12:00'],
    ['2026-11-23T12:30', '2026-11-24T08:00'],
    ['2026-11-23T15:00', '2026-11-24T08:00'],
    ['2026-11-20T14:00', '2026-11-23T08:00'],
  ])('NoAnswer at %s comes back at %s', (from, to) => {
    expect(retry(from)).toBe(to);
  });

  test('NoAnswer in hours of one part only comes back on the next calling day', () => {
    expect(retry('2026-11-23T08:30', { ...OFFICE, to: '12:00' })).toBe('2026-11-24T08:00');
    const at = instantOf('2026-11-23T08:30');
    const soon = inAnotherPartOfDay(at, plus(at, { minutes: 20 }), { ...OFFICE, to: '12:00' });
    expect(localOf(soon).wall).toBe('2026-11-24T08:00');
  });

  test('NoAnswer comes back in calling hours, not too early, in another part of the day', () => {
    const moments = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2059, 0, 1) }).map(toInstant);
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 72 }), fc.constantFrom('17:00', '21:00'), (at, wait, to) => {
        const hours = { ...OFFICE, to };
        const earliest = plus(at, { hours: wait });
        const back = inAnotherPartOfDay(at, earliest, hours);
        expect(back >= earliest).toBe(true);
        expect(isCallingTime(back, hours)).toBe(true);
        expect(partOfDay(back)).not.toBe(partOfDay(at));
      }),
    );
  });
});
