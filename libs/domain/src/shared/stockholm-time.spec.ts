import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { toInstant } from './instant.js';
import { instantOf, localOf, onDate, toPromisedTime } from './stockholm-time.js';

const FROM_MS = Date.UTC(2015, 0, 1);
const TO_MS = Date.UTC(2060, 0, 1);
const moments = fc.integer({ min: FROM_MS, max: TO_MS }).map(toInstant);

describe('Swedish wall time', () => {
  test('is an hour ahead of UTC in winter and two in summer', () => {
    expect(localOf('2026-11-23T08:00:00.000Z')).toEqual({
      date: '2026-11-23',
      weekday: 1,
      hour: 9,
      minute: 0,
      wall: '2026-11-23T09:00',
    });
    expect(localOf('2026-07-05T22:30:00.000Z')).toMatchObject({
      date: '2026-07-06',
      weekday: 1,
      wall: '2026-07-06T00:30',
    });
    expect(localOf('2026-11-22T12:00:00.000Z').weekday).toBe(7);
  });

  test('jumps over an hour in the spring and repeats one in the autumn', () => {
    expect(localOf('2026-03-29T00:59:59.999Z').wall).toBe('2026-03-29T01:59');
    expect(localOf('2026-03-29T01:00:00.000Z').wall).toBe('2026-03-29T03:00');
    expect(localOf('2026-10-25T00:30:00.000Z').wall).toBe('2026-10-25T02:30');
    expect(localOf('2026-10-25T01:30:00.000Z').wall).toBe('2026-10-25T02:30');
  });

  test('that does not exist in the spring moves forward', () => {
    expect(instantOf('2026-03-29T02:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(localOf(instantOf('2026-03-29T02:30')).wall).toBe('2026-03-29T03:30');
  });

  test('that exists twice in the autumn is the first', () => {
    expect(instantOf('2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z');
  });

  test('agrees with the zone database at any moment, asked once or again', () => {
    fc.assert(
      fc.property(moments, (at) => {
        const zoned = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Stockholm');
        expect(localOf(at)).toEqual({
          date: zoned.toPlainDate().toString(),
          weekday: zoned.dayOfWeek,
          hour: zoned.hour,
          minute: zoned.minute,
          wall: zoned.toPlainDateTime().toString({ smallestUnit: 'minute' }),
        });
        expect(localOf(at)).toEqual(localOf(at));
      }),
    );
  });

  test('goes to an instant and comes back, but for the missing hour', () => {
    fc.assert(
      fc.property(moments, (at) => {
        const { wall } = localOf(at);
        expect(localOf(instantOf(wall)).wall).toBe(wall);
      }),
    );
  });

  test('is the same instant as the zone database makes of it, at every hour of a year', () => {
    const byTheRules = (wall: string) =>
      toInstant(Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Stockholm').epochMilliseconds);
    for (let ms = Date.UTC(2026, 0, 1); ms < Date.UTC(2027, 0, 1); ms += 1_800_000) {
      const wall = toInstant(ms).slice(0, 16);
      expect(instantOf(wall)).toBe(byTheRules(wall));
    }
    expect(() => instantOf('2026-02-30T09:00')).toThrow(RangeError);
  });

  test('stays the same on another day across the change of clocks', () => {
    expect(onDate('2026-03-30', localOf('2026-03-27T08:00:00.000Z'))).toBe('2026-03-30T07:00:00.000Z');
  });

  test('is kept beside the instant and the zone in a promise', () => {
    expect(toPromisedTime('2026-11-23T08:00:00.000Z')).toEqual({
      at: '2026-11-23T08:00:00.000Z',
      zone: 'Europe/Stockholm',
      wall: '2026-11-23T09:00',
    });
  });
});
