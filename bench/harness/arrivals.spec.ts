import { expect, test } from '@jest/globals';
import { perSecondOf } from './arrivals.js';

test('three arrivals within a second are two intervals', () => {
  expect(perSecondOf([1000, 1400, 2000])).toBe(2);
});
