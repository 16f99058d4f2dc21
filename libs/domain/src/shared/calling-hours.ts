import type { CampaignSettings, Instant, LocalDate } from '#events/contracts/index';
import { CallingHoursNeverOpen } from './calling-hours.errors.js';
import { minus, minutesBetween } from './instant.js';
import { isHoliday } from './public-holidays.js';
import { instantOf, localOf, onDate } from './stockholm-time.js';
import { dateAfter, weekdayOf } from './working-days.js';

export type CallingHours = CampaignSettings['callingHours'];

/** One weekday a week at the least, and no run of holidays takes the same weekday away for longer than this. */
const LONGEST_CLOSED_DAYS = 35;

export const isCallingDay = (date: LocalDate, hours: CallingHours): boolean =>
  hours.weekdays.includes(weekdayOf(date)) && (hours.onHolidays || !isHoliday(date));

const withinHours = (wall: string, hours: CallingHours): boolean => {
  const time = wall.slice(11);
  return hours.from <= time && time < hours.to;
};

/** R23 */
export function isCallingTime(at: Instant, hours: CallingHours): boolean {
  const { date, weekday, wall } = localOf(at);
  return withinHours(wall, hours) && hours.weekdays.includes(weekday) && (hours.onHolidays || !isHoliday(date));
}

/** The first calling day for which `pick` finds an answer, walking from a date in steps of one or minus one day. */
function onCallingDays<Found>(
  from: LocalDate,
  step: 1 | -1,
  hours: CallingHours,
  pick: (date: LocalDate) => Found | undefined,
): Found {
  if (hours.from >= hours.to) throw new CallingHoursNeverOpen();
  for (let days = 0; days <= LONGEST_CLOSED_DAYS; days++) {
    const date = dateAfter(from, days * step);
    const found = isCallingDay(date, hours) ? pick(date) : undefined;
    if (found !== undefined) return found;
  }
  throw new CallingHoursNeverOpen();
}

const opening = (date: LocalDate, hours: CallingHours): Instant => instantOf(`${date}T${hours.from}`);

/** `to` is exclusive: the last minute before it. */
const lastMinute = (date: LocalDate, hours: CallingHours): Instant =>
  minus(instantOf(`${date}T${hours.to}`), { minutes: 1 });

/** R23: this moment if one may call now, else the first moment after it. */
export function nextCallingTime(at: Instant, hours: CallingHours): Instant {
  if (isCallingTime(at, hours)) return at;
  return onCallingDays(localOf(at).date, 1, hours, (date) => {
    const opens = opening(date, hours);
    return opens >= at ? opens : undefined;
  });
}

const previousCallingTime = (at: Instant, hours: CallingHours): Instant =>
  onCallingDays(localOf(at).date, -1, hours, (date) => {
    const closes = lastMinute(date, hours);
    return closes <= at ? closes : undefined;
  });

/** R23: what to offer for a time outside the hours; the later one when both are as near, and never before `notBefore`. */
export function nearestCallingTime(at: Instant, hours: CallingHours, notBefore?: Instant): Instant {
  const next = nextCallingTime(at, hours);
  if (next === at) return at;
  const previous = previousCallingTime(at, hours);
  if (notBefore && previous < notBefore) return next;
  return minutesBetween(previous, at) < minutesBetween(at, next) ? previous : next;
}

/** Callback's default: the same wall time on the next calling day, clamped into the hours. */
export function nextWorkingDaySamePartOfDay(at: Instant, hours: CallingHours): Instant {
  const local = localOf(at);
  return onCallingDays(dateAfter(local.date), 1, hours, (date) => {
    if (withinHours(local.wall, hours)) return onDate(date, local);
    return local.wall.slice(11) < hours.from ? opening(date, hours) : lastMinute(date, hours);
  });
}
