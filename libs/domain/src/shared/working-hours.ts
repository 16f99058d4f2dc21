import type { Instant } from '#events/contracts/index';
import { nextCallingTime, type CallingHours } from './calling-hours.js';
import { minutesBetween, plus } from './instant.js';
import { instantOf, localOf } from './stockholm-time.js';

/** When the office works, whatever hours a campaign calls. */
const OFFICE: CallingHours = { weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '17:00', onHolidays: false };

/** R7: so many minutes of office hours later. */
export function afterWorkingMinutes(at: Instant, minutes: number): Instant {
  const begin = nextCallingTime(at, OFFICE);
  const end = instantOf(`${localOf(begin).date}T${OFFICE.to}`);
  const today = minutesBetween(begin, end);
  return minutes <= today ? plus(begin, { minutes }) : afterWorkingMinutes(end, minutes - today);
}
