import { localOf, instantOf } from '#domain/shared/stockholm-time';
import { dateAfter, isWorkingDay } from '#domain/shared/working-days';
import type { Instant, LocalDate } from '#events/contracts/index';

const FIRST_CALL = '08:10';
const CALLS_A_DAY = 40;
const MINUTES_BETWEEN = 12;

/** The last working days up to today, oldest first. */
export function workingDaysUpTo(now: Instant, count: number): LocalDate[] {
  const days: LocalDate[] = [];
  for (let date = localOf(now).date; days.length < count; date = dateAfter(date, -1)) {
    if (isWorkingDay(date)) days.unshift(date);
  }
  return days;
}

/** When calls are made on a day, one caller after the other; none that lies ahead. */
export function callTimesOn(date: LocalDate, now: Instant): Instant[] {
  const first = Date.parse(instantOf(`${date}T${FIRST_CALL}`));
  const times = Array.from({ length: CALLS_A_DAY }, (_, index) => first + index * MINUTES_BETWEEN * 60_000);
  return times.map((ms) => new Date(ms).toISOString()).filter((at) => at < now);
}
