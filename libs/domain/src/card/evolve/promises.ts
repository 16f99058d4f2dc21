import type {
  CallbackScheduled,
  CallUnanswered,
  Instant,
  LineBusy,
  PriorityCallbackPromised,
} from '#events/contracts/index';
import type { Card } from '../card.js';
import { withState } from './entries.js';

/** R3: the owner's plain Callback gives the lock up; a team mate's keeps the promise first in line. */
export function callbackScheduled(card: Card, { roundId, callerId, due }: CallbackScheduled['data']): Card {
  const released = card.lock?.ownerId === callerId ? { ...card, lock: undefined } : withLockDue(card, due.at);
  return withState({ ...released, hidden: undefined }, roundId, {
    status: 'scheduled',
    due: due.at,
    because: 'callback-due',
  });
}

export function priorityCallbackPromised(card: Card, data: PriorityCallbackPromised['data']): Card {
  const { lockId, roundId, callerId: ownerId, lockedSince: since, due } = data;
  const lock = { lockId, roundId, ownerId, since, due: due.at, offeredToTeam: false };
  return withState({ ...card, lock, hidden: undefined }, roundId, {
    status: 'scheduled',
    due: due.at,
    because: 'callback-due',
  });
}

/** NoAnswer and Busy keep a lock (R3) and move its time. */
export const toBeRetried = (card: Card, { roundId, due }: (CallUnanswered | LineBusy)['data']): Card =>
  withState(withLockDue(card, due.at), roundId, { status: 'scheduled', due: due.at, because: 'retry-due' });

const withLockDue = (card: Card, due: Instant): Card => (card.lock ? { ...card, lock: { ...card.lock, due } } : card);
