import { describe, expect, test } from '@jest/globals';
import { ControlledClock, SystemClock } from './clock.js';

describe('the clock', () => {
  test('of the system gives instants in UTC with milliseconds', () => {
    expect(new SystemClock().now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  test('that is controlled stands still until it is moved', () => {
    const clock = new ControlledClock('2026-11-23T08:00:00.000Z');
    expect(clock.now()).toBe('2026-11-23T08:00:00.000Z');
    clock.moveTo('2026-11-23T08:00:01.500Z');
    expect(clock.now()).toBe('2026-11-23T08:00:01.500Z');
  });
});
