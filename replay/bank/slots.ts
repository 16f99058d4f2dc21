import { dateAfter, isWorkingDay } from '#domain/shared/working-days';
import { instantOf } from '#domain/shared/stockholm-time';

/** Wall times in Europe/Stockholm. An unanswered morning call is due in the afternoon (4 h later), and the other way round. */
const SLOT_TIMES = ['08:05', '13:05'];

/** The moments at which the callers sit down: twice every working day from the given date on. */
export function* slotsFrom(firstDate: string): Generator<string, never> {
  for (let date = firstDate; ; date = dateAfter(date)) {
    if (!isWorkingDay(date)) continue;
    for (const time of SLOT_TIMES) yield instantOf(`${date}T${time}`);
  }
}
