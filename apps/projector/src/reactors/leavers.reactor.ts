import type { DecisionRunner } from '#events/deciding/decision-runner';
import { LeaverLocks } from '#processes/locks/leaver-locks';
import type { Reactor } from './reactor.js';

/** R24: who leaves hands their priority locks to the receiver. */
export function leaversReactor(runner: DecisionRunner): Reactor {
  const locks = new LeaverLocks(runner);
  return {
    name: 'leavers',
    on: { AccountDeactivated: (event, { cause }) => locks.deactivated(event, cause) },
  };
}
