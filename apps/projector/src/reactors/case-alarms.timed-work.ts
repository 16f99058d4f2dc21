import type { DecisionRunner } from '#events/deciding/decision-runner';
import { CaseAlarms } from '#processes/cases/case-alarms';
import type { CaseFinder } from '#processes/finding/case-finder';
import type { TimedWork } from './timed-work.js';

const LOOK_EVERY_MS = 15_000;

/** R7 */
export function caseAlarmWork(runner: DecisionRunner, cases: CaseFinder): TimedWork {
  const alarms = new CaseAlarms(runner, cases);
  return { name: 'case-alarms', everyMs: LOOK_EVERY_MS, work: (cause, signal) => alarms.raise(cause, signal) };
}
