import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Recorded } from '#events/store/recorded-event';
import { LogClock } from './log-clock.js';

const INSTALLED = '2026-11-28T07:45:00.000Z';
const REPLAYED = '2025-08-04T06:05:00.000Z';
const LATER = '2025-08-04T11:05:00.000Z';

/** The cast: the clock looks at nothing else. */
const event = (position: bigint, occurredAt: string, actorRole = 'caller') =>
  ({ position, metadata: { actorRole, occurredAt } }) as Recorded;

describe('the time of the log', () => {
  let clock: LogClock;

  beforeEach(() => {
    clock = new LogClock();
  });

  test('goes back to the period that is replayed after the installation was made', () => {
    clock.hear([event(1n, INSTALLED, 'admin'), event(2n, REPLAYED)]);
    expect(clock.now()).toBe(REPLAYED);
    clock.hear([event(3n, LATER)]);
    expect(clock.now()).toBe(LATER);
  });

  test('is not held up by a feed that lags behind the others', () => {
    clock.hear([event(5n, LATER)]);
    clock.hear([event(4n, REPLAYED)]);
    expect(clock.now()).toBe(LATER);
  });

  test('does not follow a service that acts on what is past', () => {
    clock.hear([event(5n, LATER), event(6n, REPLAYED, 'service')]);
    expect(clock.now()).toBe(LATER);
  });
});
