import { describe, expect, test } from '@jest/globals';
import { isAlive, NO_PULSE } from './pulse.js';

const BEFORE = { leaseAnswers: 7, head: 20n, checkpoint: 10n };
const now = { ...BEFORE, leaseAnswers: 8, head: 30n };

describe('a projector', () => {
  test('that waits for its turn is alive while it asks for the lease', () => {
    expect(isAlive(NO_PULSE, { leaseAnswers: 1, head: 20n })).toBe(true);
    expect(isAlive({ leaseAnswers: 1, head: 20n }, { leaseAnswers: 1, head: 20n })).toBe(false);
  });

  test('that works is alive while it folds what there was, however much there is', () => {
    expect(isAlive(BEFORE, { ...now, checkpoint: 11n })).toBe(true);
    expect(isAlive({ ...BEFORE, checkpoint: 20n }, { ...now, checkpoint: 20n })).toBe(true);
    expect(isAlive({ leaseAnswers: 7, head: 20n }, { ...now, checkpoint: 0n })).toBe(true);
  });

  test('that keeps the lease and stands still is not alive', () => {
    expect(isAlive(BEFORE, { ...now, checkpoint: 10n })).toBe(false);
    expect(isAlive(BEFORE, { ...now, leaseAnswers: 7, checkpoint: 20n })).toBe(false);
  });
});
