import { expect, test } from '@jest/globals';
import { residentMb, rise } from './resident.js';

test('the rise is that of the line through the values, whatever they do about it', () => {
  expect(rise([10, 10, 10])).toBe(0);
  expect(rise([1, 2, 3, 4])).toBeCloseTo(3);
  expect(rise([5, 9, 5, 9, 5])).toBeCloseTo(0);
});

test('the resident memory of this process is some dozens of megabytes at least', async () => {
  expect(await residentMb(process.pid)).toBeGreaterThan(30);
});
