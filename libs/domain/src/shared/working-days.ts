import { Temporal } from 'temporal-polyfill';
import type { Instant, LocalDate } from '#events/contracts/index';
import { isHoliday } from './public-holidays.js';
import { localOf, onDate } from './stockholm-time.js';

const FRIDAY = 5;

export const dateAfter = (date: LocalDate, days = 1): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString();

export const weekdayOf = (date: LocalDate): number => Temporal.PlainDate.from(date).dayOfWeek;

/** Monday to Friday, no public holiday and none of the four eves, whatever hours a campaign calls. */
export const isWorkingDay = (date: LocalDate): boolean => weekdayOf(date) <= FRIDAY && !isHoliday(date);

const workingDayFrom = (date: LocalDate): LocalDate => (isWorkingDay(date) ? date : workingDayFrom(dateAfter(date)));

/** R24: the same wall time, that many working days later. */
export function addWorkingDays(at: Instant, days: number): Instant {
  const local = localOf(at);
  let date = local.date;
  for (let left = days; left > 0; left--) date = workingDayFrom(dateAfter(date));
  return onDate(date, local);
}

/** Calendar months in Europe/Stockholm, clamped at the month's end, moved to the next working day; the wall time stays. */
export function addCalendarMonths(at: Instant, months: number): Instant {
  const local = localOf(at);
  const date = Temporal.PlainDate.from(local.date).add({ months }, { overflow: 'constrain' }).toString();
  return onDate(workingDayFrom(date), local);
}
