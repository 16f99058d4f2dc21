import type { Instant } from '#events/contracts/index';
import { isCallingDay, nextCallingTime, type CallingHours } from './calling-hours.js';
import { minus, minutesBetween, plus } from './instant.js';
import { instantOf, localOf } from './stockholm-time.js';
import { dateAfter } from './working-days.js';

/** When the office works, whatever hours a campaign calls. */
const OFFICE: CallingHours = { weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '17:00', onHolidays: false };

/** R7: so many minutes of office hours later. */
export function afterWorkingMinutes(at: Instant, minutes: number): Instant {
  const begin = nextCallingTime(at, OFFICE);
  const end = instantOf(`${localOf(begin).date}T${OFFICE.to}`);
  const today = minutesBetween(begin, end);
  return minutes <= today ? plus(begin, { minutes }) : afterWorkingMinutes(end, minutes - today);
}

/** The last moment from which so many minutes of office hours have passed: the other way round. */
export function beforeWorkingMinutes(at: Instant, minutes: number): Instant {
  const { date } = localOf(at);
  const closes = instantOf(`${date}T${OFFICE.to}`);
  const end = at < closes ? at : closes;
  const worked = isCallingDay(date, OFFICE) ? minutesBetween(instantOf(`${date}T${OFFICE.from}`), end) : 0;
  const today = Math.max(worked, 0);
  if (minutes <= today) return minus(end, { minutes });
  return beforeWorkingMinutes(instantOf(`${dateAfter(date, -1)}T${OFFICE.to}`), minutes - today);
}
