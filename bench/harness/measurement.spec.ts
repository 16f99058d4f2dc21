import { describe, expect, test } from '@jest/globals';
import { isReached, tableOf, type Measurement } from './measurement.js';

const perSecond = (amount: number) => ({ amount, unit: 'appends/s' });

const ratio = (figure: number): Measurement => ({
  what: 'append',
  figure: perSecond(figure),
  reach: { kind: 'ratio', limit: perSecond(1000), limitIs: 'raw', atLeast: 0.8 },
});

describe('a measurement', () => {
  test('reaches a share of its limit, that share included', () => {
    expect(isReached(ratio(800))).toBe(true);
    expect(isReached(ratio(799))).toBe(false);
  });

  test('stays below a bound', () => {
    const took = (amount: number): Measurement => ({
      what: 'next card',
      figure: { amount, unit: 'ms' },
      reach: { kind: 'below', bound: { amount: 5, unit: 'ms' } },
    });
    expect(isReached(took(4.9))).toBe(true);
    expect(isReached(took(5))).toBe(false);
  });

  test('stands in the table with its ratio and the verdict', () => {
    const table = tableOf([ratio(799), { what: 'told only', figure: { amount: 2, unit: 'cores' } }]);
    expect(table).toMatch(/append +│ 799 appends\/s │ 1,000 appends\/s \(raw\) │ +0\.79 │ >= 0\.8 │ +NO/);
    expect(table).toMatch(/told only │ +2 cores │/);
  });
});
