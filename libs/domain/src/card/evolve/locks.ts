import type {
  FurtherAttemptAllowed,
  PriorityCallbackOfferedToTeam,
  PriorityLockReleased,
  PriorityLockTransferred,
} from '#events/contracts/index';
import type { Card, PriorityLock } from '../card.js';
import { withEntry } from './entries.js';

const withLock = (card: Card, lockId: string, change: (lock: PriorityLock) => PriorityLock | undefined): Card =>
  card.lock?.lockId === lockId ? { ...card, lock: change(card.lock) } : card;

/** The promised time stays in the round's entry, for anyone. */
export const lockReleased = (card: Card, { lockId }: PriorityLockReleased['data']): Card =>
  withLock(card, lockId, () => undefined);

export const lockTransferred = (
  card: Card,
  { lockId, toCallerId, transferredAt }: PriorityLockTransferred['data'],
): Card =>
  withLock(card, lockId, (lock) => ({ ...lock, ownerId: toCallerId, since: transferredAt, offeredToTeam: false }));

export const offeredToTeam = (card: Card, { lockId }: PriorityCallbackOfferedToTeam['data']): Card =>
  withLock(card, lockId, (lock) => ({ ...lock, offeredToTeam: true }));

/** R5 */
export const furtherAttemptAllowed = (card: Card, { roundId }: FurtherAttemptAllowed['data']): Card =>
  withEntry(card, roundId, ({ furtherAttemptsAllowed }) => ({ furtherAttemptsAllowed: furtherAttemptsAllowed + 1 }));
