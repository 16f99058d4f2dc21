import type { Instant } from '#events/contracts/index';
import { CallHasEnded, NumberIsBlocked, NumberIsDead, NumberIsInACall, NumberIsResting } from './number.errors.js';
import { restingUntil, type Permit, type PhoneNumber } from './number.js';

// What speaks against a call to a number. The number's stream refuses the permit for these, the dial gate asks before.

/** R6 */
export function refusalByBlock({ blocks }: PhoneNumber): NumberIsBlocked | undefined {
  const [oldest] = blocks;
  const blockIds = blocks.map(({ blockId }) => blockId);
  return oldest && new NumberIsBlocked(blockIds, oldest.blockedAt);
}

export const refusalByDeath = ({ dead }: PhoneNumber): NumberIsDead | undefined =>
  dead ? new NumberIsDead() : undefined;

export const refusalByEnd = ({ endedCalls }: PhoneNumber, callId: string): CallHasEnded | undefined =>
  endedCalls[callId] && new CallHasEnded(callId);

/** R9 */
export function refusalByRest(number: PhoneNumber, now: Instant): NumberIsResting | undefined {
  const restUntil = restingUntil(number, now);
  return restUntil === undefined ? undefined : new NumberIsResting(restUntil);
}

export const refusalByPermit = ({ callerId, permittedAt, until }: Permit): NumberIsInACall =>
  new NumberIsInACall(callerId, permittedAt, until);
