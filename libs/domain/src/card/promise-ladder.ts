import type { Instant } from '#events/contracts/index';
import { latest, plus } from '../shared/instant.js';
import { addWorkingDays } from '../shared/working-days.js';
import type { PriorityLock } from './card.js';

/** R24: how far a priority callback has climbed. It is never dropped. */
export type Rung = 'later' | 'due' | 'overdue' | 'overdue-seen-by-lead' | 'offered-to-team';

export type PromiseToReturn = Pick<PriorityLock, 'due' | 'since' | 'offeredToTeam'>;

/** So long after its time the owner is told that it is late; a working day after it the lead sees it too. */
const OVERDUE_AFTER = { hours: 1 };
const LEAD_SEES_AFTER_WORKING_DAYS = 1;

/** R24: counted from the promised time, or from when the present owner got the promise. */
const climbsFrom = ({ due, since }: PromiseToReturn): Instant => latest(due, since);

export function rungOf(promise: PromiseToReturn, now: Instant): Rung {
  const from = climbsFrom(promise);
  if (promise.offeredToTeam) return 'offered-to-team';
  if (now < promise.due) return 'later';
  if (now < plus(from, OVERDUE_AFTER)) return 'due';
  return now < addWorkingDays(from, LEAD_SEES_AFTER_WORKING_DAYS) ? 'overdue' : 'overdue-seen-by-lead';
}
