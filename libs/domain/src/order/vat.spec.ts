import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { VAT_RATES, vatOf, vatPercentOn } from './vat.js';

const day = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const productClass = fc.constantFrom('advertising' as const, 'printed-matter' as const, 'food' as const);

describe('VAT', () => {
  test.each([
    ['advertising', '2026-11-23', 25],
    ['printed-matter', '2026-11-23', 6],
    ['food', '2026-03-31', 12],
    ['food', '2026-04-01', 6],
    ['food', '2027-12-31', 6],
    ['food', '2028-01-01', 12],
  ] as const)('R12: on %s of %s is %i percent', (of, on, percent) => {
    expect(vatPercentOn(on, of)).toBe(percent);
  });

  test('R12: has exactly one rate for every class on every day', () => {
    fc.assert(
      fc.property(day, productClass, (on, of) => {
        const valid = VAT_RATES.filter(
          (rate) => rate.productClass === of && rate.validFrom <= on && on <= (rate.validTo ?? '9999-12-31'),
        );
        expect(valid).toHaveLength(1);
        expect(vatPercentOn(on, of)).toBe(valid[0]?.percent);
      }),
    );
  });

  test('R12: is not guessed for a day before the first rate', () => {
    expect(() => vatPercentOn('1989-01-01', 'advertising')).toThrow(RangeError);
  });

  test('R12: is rounded to whole öre, half an öre upwards', () => {
    expect([vatOf(120_000, 25), vatOf(99, 25), vatOf(2, 25), vatOf(1, 25), vatOf(25, 6)]).toEqual([
      30_000, 25, 1, 0, 2,
    ]);
  });

  test('R12: never strays more than half an öre from the exact amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000_000 }), fc.constantFrom(6, 12, 25), (ore, percent) => {
        const vat = vatOf(ore, percent);
        expect(Number.isInteger(vat)).toBe(true);
        expect(Math.abs(vat * 100 - ore * percent)).toBeLessThanOrEqual(50);
      }),
    );
  });
});
