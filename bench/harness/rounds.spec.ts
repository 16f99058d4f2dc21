import { describe, expect, test } from '@jest/globals';
import { interleaved, median, percentile } from './rounds.js';

describe('rounds', () => {
  test('the median is the middle one, or the mean of the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 7])).toBe(6);
  });

  test('a percentile is a value that was measured', () => {
    const values = Array.from({ length: 200 }, (_, index) => 200 - index);
    expect(percentile(values, 0.99)).toBe(198);
    expect(percentile([3], 0.99)).toBe(3);
  });

  test('alternatives take turns and the first round does not count', async () => {
    const turns: string[] = [];
    const taking = (name: string) => () => Promise.resolve(turns.push(name));
    expect(await interleaved(3, { a: taking('a'), b: taking('b') })).toEqual({ a: 5, b: 6 });
    expect(turns.join('')).toBe('abababab');
  });
});
