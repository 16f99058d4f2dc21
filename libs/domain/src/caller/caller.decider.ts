import type { CallerEvent, CampaignSettings } from '#events/contracts/index';
import type { Decider } from '../shared/decider.js';
import type { CallerCommand, FreeLockSlot, TakeLockSlot } from './caller.commands.js';
import { TooManyPriorityLocks } from './caller.errors.js';

/** The priority locks that a caller holds: the card of each lock. */
export interface CallerLocks {
  readonly cardOf: ReadonlyMap<string, string>;
}

const WARN_FROM = 0.8;

/** R24: warned from 80 % of the limit. */
export const isNearLockLimit = (
  { cardOf }: CallerLocks,
  { maxPriorityLocks }: Pick<CampaignSettings, 'maxPriorityLocks'>,
): boolean => cardOf.size >= maxPriorityLocks * WARN_FROM;

/** R24: the limit holds for concurrent promises too, for each takes its slot on this one stream. */
function takeSlot({ now, maxPriorityLocks, ...slot }: TakeLockSlot['data'], { cardOf }: CallerLocks): CallerEvent[] {
  if (cardOf.has(slot.lockId)) return [];
  if (cardOf.size >= maxPriorityLocks) throw new TooManyPriorityLocks(cardOf.size, maxPriorityLocks);
  return [{ type: 'LockSlotTaken', data: { ...slot, takenAt: now } }];
}

function freeSlot({ lockId, now }: FreeLockSlot['data'], { cardOf }: CallerLocks): CallerEvent[] {
  return cardOf.has(lockId) ? [{ type: 'LockSlotFreed', data: { lockId, freedAt: now } }] : [];
}

function decide(command: CallerCommand, locks: CallerLocks): CallerEvent[] {
  switch (command.type) {
    case 'TakeLockSlot':
      return takeSlot(command.data, locks);
    case 'FreeLockSlot':
      return freeSlot(command.data, locks);
  }
}

function evolve({ cardOf }: CallerLocks, { type, data }: CallerEvent): CallerLocks {
  switch (type) {
    case 'LockSlotTaken':
      return { cardOf: new Map([...cardOf, [data.lockId, data.cardId]]) };
    case 'LockSlotFreed':
      return { cardOf: new Map([...cardOf].filter(([lockId]) => lockId !== data.lockId)) };
  }
}

export const callerDecider: Decider<CallerLocks, CallerCommand, CallerEvent> = {
  initial: { cardOf: new Map() },
  evolve,
  decide,
};
