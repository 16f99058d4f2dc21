import { Temporal } from 'temporal-polyfill';
import type { Instant, LocalDate, PromisedTime } from '#events/contracts/index';
import { msOf, toInstant } from './instant.js';

const ZONE = 'Europe/Stockholm';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MAX_CACHED_HOURS = 10_000;

/** A moment as the clock on a Swedish wall shows it. */
export interface LocalTime {
  readonly date: LocalDate;
  /** ISO: 1 = Monday, 7 = Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  /** `2026-11-23T09:00` */
  readonly wall: string;
}

/** Asking the zone's rules costs microseconds, and every served card asks; within a UTC hour the offset never changes. */
const offsetMsByHour = new Map<number, number>();

function offsetMsAt(ms: number): number {
  const hour = Math.floor(ms / HOUR_MS);
  const cached = offsetMsByHour.get(hour);
  if (cached !== undefined) return cached;
  const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(ZONE);
  if (offsetMsByHour.size >= MAX_CACHED_HOURS) offsetMsByHour.clear();
  offsetMsByHour.set(hour, zoned.offsetNanoseconds / 1_000_000);
  return zoned.offsetNanoseconds / 1_000_000;
}

export function localOf(at: Instant): LocalTime {
  const ms = msOf(at);
  const shiftedMs = ms + offsetMsAt(ms);
  // The UTC text of the shifted moment reads like the wall clock.
  const wall = toInstant(shiftedMs).slice(0, 16);
  return {
    date: wall.slice(0, 10),
    weekday: weekdayAt(shiftedMs),
    hour: Number(wall.slice(11, 13)),
    minute: Number(wall.slice(14)),
    wall,
  };
}

/** The first of January 1970 was a Thursday. */
const weekdayAt = (ms: number): number => ((Math.floor(ms / DAY_MS) + 3) % 7) + 1;

/** A wall time in the missing hour of the spring change moves forward, in the doubled hour of the autumn it is the first. */
export function instantOf(wall: string): Instant {
  const asIfUtc = Date.parse(`${wall}Z`);
  // Away from a change of the clocks, and every unanswered call asks: the zone's rules cost ten times as much.
  for (const offset of [HOUR_MS, 2 * HOUR_MS]) {
    const isSure = offsetMsAt(asIfUtc - HOUR_MS) === offset && offsetMsAt(asIfUtc - 2 * HOUR_MS) === offset;
    if (isSure && toInstant(asIfUtc).startsWith(wall)) return toInstant(asIfUtc - offset);
  }
  const zoned = Temporal.PlainDateTime.from(wall).toZonedDateTime(ZONE, { disambiguation: 'compatible' });
  return toInstant(zoned.epochMilliseconds);
}

/** The same wall time on another day. */
export const onDate = (date: LocalDate, local: LocalTime): Instant => instantOf(date + local.wall.slice(10));

export const toPromisedTime = (at: Instant): PromisedTime => ({ at, zone: ZONE, wall: localOf(at).wall });
