import { describe, expect, test } from '@jest/globals';
import { isOddPrice, packageOf } from './packages.js';

describe('the package of a price', () => {
  test.each([
    [1, 0],
    [119_999, 0],
    [120_000, 120_000],
    [239_999, 120_000],
    [240_000, 240_000],
    [1_000_000, 240_000],
  ])('R11: of %i öre is the threshold %i', (price, threshold) => {
    expect(packageOf(price)).toBe(threshold);
  });

  test('R11: a price that is no threshold is odd', () => {
    expect([120_000, 240_000].some(isOddPrice)).toBe(false);
    expect([119_900, 120_001, 360_000].every(isOddPrice)).toBe(true);
  });
});
