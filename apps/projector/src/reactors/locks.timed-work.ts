import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { LockFinder } from '#processes/finding/lock-finder';
import { OverduePromises } from '#processes/locks/overdue-promises';
import { SlotSweep } from '#processes/locks/slot-sweep';
import type { TimedWork } from './timed-work.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** R24 */
export function lockWork(runner: DecisionRunner, locks: LockFinder): readonly TimedWork[] {
  const promises = new OverduePromises(runner, locks);
  const slots = new SlotSweep(runner, locks);
  return [
    { name: 'overdue-promises', everyMs: MINUTE_MS, work: (cause, signal) => promises.offer(cause, signal) },
    { name: 'lock-slots', everyMs: HOUR_MS, work: (cause, signal) => slots.sweep(cause, signal) },
  ];
}
