import type { CallUnanswered, LineBusy } from '#events/contracts/index';
import { plus } from '../../../shared/instant.js';
import { inAnotherPartOfDay, nextCallingTime, toPromisedTime } from '../../../shared/swedish-calendar.js';
import type { Reported } from './outcome-facts.js';

/** Ej svar: after some hours, in another part of the day. */
export function noAnswer({ facts, settings }: Reported): CallUnanswered {
  const earliest = plus(facts.endedAt, { hours: settings.noAnswerRetryHours });
  const due = inAnotherPartOfDay(facts.endedAt, earliest, settings.callingHours);
  return { type: 'CallUnanswered', data: { ...facts, due: toPromisedTime(due) } };
}

/** Upptaget */
export function busy({ facts, settings, entry }: Reported): LineBusy {
  const earliest = plus(facts.endedAt, { minutes: settings.busyRetryMinutes });
  const due = toPromisedTime(nextCallingTime(earliest, settings.callingHours));
  return { type: 'LineBusy', data: { ...facts, due, busyInARow: entry.busyInARow + 1 } };
}
