import type { CallbackScheduled, Instant, PriorityCallbackPromised, PromisedTime } from '#events/contracts/index';
import {
  isCallingTime,
  nearestCallingTime,
  nextWorkingDaySamePartOfDay,
  toPromisedTime,
} from '../../../shared/swedish-calendar.js';
import type { Card, PriorityLock } from '../../card.js';
import { CallbackOutsideHours, CallbackTimeHasPassed, OutcomeNeedsPersonName } from '../../outcome.errors.js';
import type { CallbackInput, PriorityCallbackInput } from '../../outcome-input.js';
import type { Reported } from './outcome-facts.js';

/** Återkom: a time is optional. */
export function callback({ dueAt, personName }: CallbackInput, reported: Reported): CallbackScheduled {
  const { facts, settings } = reported;
  const due = dueAt
    ? promised(dueAt, reported)
    : toPromisedTime(nextWorkingDaySamePartOfDay(facts.endedAt, settings.callingHours));
  return { type: 'CallbackScheduled', data: { ...facts, due, ...(personName !== undefined && { personName }) } };
}

/** Återkom Prio (R3, R4): a new promise by the owner keeps the lock that stands. */
export function priorityCallback(input: PriorityCallbackInput, reported: Reported): PriorityCallbackPromised {
  const { facts, card } = reported;
  const personName = input.personName?.trim();
  if (!personName) throw new OutcomeNeedsPersonName();
  const due = promised(input.dueAt, reported);
  const { lockId, since } = ownLock(card, facts.callerId) ?? { lockId: input.lockId, since: facts.endedAt };
  return { type: 'PriorityCallbackPromised', data: { ...facts, due, personName, lockId, lockedSince: since } };
}

const ownLock = ({ lock }: Card, callerId: string): PriorityLock | undefined =>
  lock?.ownerId === callerId ? lock : undefined;

/** R23: refused with the nearest time in which calls are made. */
function promised(dueAt: Instant, { settings: { callingHours }, now }: Reported): PromisedTime {
  if (dueAt <= now) throw new CallbackTimeHasPassed(dueAt);
  if (!isCallingTime(dueAt, callingHours))
    throw new CallbackOutsideHours(dueAt, nearestCallingTime(dueAt, callingHours, now));
  return toPromisedTime(dueAt);
}
