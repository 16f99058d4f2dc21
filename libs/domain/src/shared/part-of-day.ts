import type { Instant } from '#events/contracts/index';
import { nextCallingTime, type CallingHours } from './calling-hours.js';
import { latest } from './instant.js';
import { instantOf, localOf } from './stockholm-time.js';
import { dateAfter } from './working-days.js';

export type PartOfDay = 'morning' | 'afternoon' | 'evening';

const AFTERNOON_FROM = '12:00';
const EVENING_FROM = '17:00';
const MIDNIGHT = '00:00';

const partAt = (time: string): PartOfDay => {
  if (time < AFTERNOON_FROM) return 'morning';
  return time < EVENING_FROM ? 'afternoon' : 'evening';
};

export const partOfDay = (at: Instant): PartOfDay => partAt(localOf(at).wall.slice(11));

/** When the part of the day that `at` lies in is over. */
function endOfPart(at: Instant): Instant {
  const { date } = localOf(at);
  const ends: Readonly<Record<PartOfDay, () => string>> = {
    morning: () => `${date}T${AFTERNOON_FROM}`,
    afternoon: () => `${date}T${EVENING_FROM}`,
    evening: () => `${dateAfter(date)}T${MIDNIGHT}`,
  };
  return instantOf(ends[partOfDay(at)]());
}

/**
 * NoAnswer's retry: the first calling time from `earliest` on in another part of the day than `at`.
 * Hours that lie within one part only leave the next day instead.
 */
export function inAnotherPartOfDay(at: Instant, earliest: Instant, hours: CallingHours): Instant {
  const tried = partOfDay(at);
  const first = nextCallingTime(earliest, hours);
  if (partOfDay(first) !== tried) return first;
  const second = nextCallingTime(endOfPart(first), hours);
  if (partOfDay(second) !== tried) return second;
  return nextCallingTime(latest(earliest, startOfNextDay(at)), hours);
}

const startOfNextDay = (at: Instant): Instant => instantOf(`${dateAfter(localOf(at).date)}T${MIDNIGHT}`);
