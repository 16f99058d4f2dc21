import type { CardEvent, OutcomeEvent } from '#events/contracts/index';

// What must hold at every position of a card's log, told from the log alone and apart from how the decider keeps its state.

type Log = readonly CardEvent[];
type Of<Type extends CardEvent['type']> = Extract<CardEvent, { type: Type }>;

/** R6: what may never happen while a block silences the card. */
const PAST_A_BLOCK: readonly CardEvent['type'][] = [
  'CardEnteredRound',
  'CardClaimed',
  'ClaimRenewed',
  'CallStarted',
  'CallbackScheduled',
  'PriorityCallbackPromised',
  'PriorityCallbackOfferedToTeam',
  'CardReopened',
];
/** R3: after these by its owner the lock stands. */
const KEEPS_LOCK: readonly CardEvent['type'][] = ['CallUnanswered', 'LineBusy'];

const isOutcome = (event: CardEvent): event is OutcomeEvent => 'outcomeId' in event.data;
const ofType = <Type extends CardEvent['type']>(log: Log, type: Type): Of<Type>[] =>
  log.filter((event): event is Of<Type> => event.type === type);

/** Positions and laws that the log breaks; none when all is well. */
export const brokenLaws = (log: Log): string[] =>
  log.flatMap((event, position) => {
    const before = log.slice(0, position);
    const told = event.type === 'OutcomeCorrected' ? event.data.replacement : event;
    return [...lawsOf(event, before), ...blockLaws(told, before)].map((law) => `${position} ${event.type}: ${law}`);
  });

function lawsOf(event: CardEvent, before: Log): string[] {
  if (event.type === 'CardClaimed') return claimLaws(event, before);
  if (event.type === 'CallStarted') return callLaws(event, before);
  return isOutcome(event) ? outcomeLaws(event, before) : [];
}

const blockLaws = ({ type }: CardEvent, before: Log): string[] => {
  const barred = ofType(before, 'CardBarred').map(({ data }) => data.blockId);
  const lifted = ofType(before, 'CardUnbarred').map(({ data }) => data.blockId);
  const silenced = barred.some((blockId) => !lifted.includes(blockId));
  return silenced && PAST_A_BLOCK.includes(type) ? ['R6: passes a block'] : [];
};

function claimLaws({ data: { callerId, claimedAt } }: Of<'CardClaimed'>, before: Log): string[] {
  const holder = holderAfter(before);
  const second = holder && holder.callerId !== callerId && claimedAt < holder.until;
  return [...(second ? ['R2: two live holders'] : []), ...lockLaws(callerId, before)];
}

function callLaws({ data: { callerId, callId, startedAt } }: Of<'CallStarted'>, before: Log): string[] {
  const again = ofType(before, 'CallStarted').some(({ data }) => data.callId === callId);
  const holder = holderAfter(before);
  const holds = holder?.callerId === callerId && startedAt < holder.until;
  return [...(again ? ['R1: one call twice'] : []), ...(holds ? [] : ['R1: a call without the card'])];
}

function outcomeLaws(outcome: OutcomeEvent, before: Log): string[] {
  const { outcomeId, callerId, cause } = outcome.data;
  const twice = before.filter(isOutcome).some(({ data }) => data.outcomeId === outcomeId);
  const started = before.findIndex(({ type, data }) => type === 'CallStarted' && data.callId === outcomeId);
  const since = ofType(before.slice(started + 1), 'CardClaimed');
  const overtaken = since.some(({ data }) => data.callerId !== callerId);
  return [
    ...(twice ? ['R1: two outcomes of one call'] : []),
    ...(cause === 'call' && started < 0 ? ['R1: no such call'] : []),
    ...(cause === 'call' && overtaken ? ['R2: somebody else has claimed since'] : []),
    ...(outcome.type === 'NoMoreCallsRequested' ? [] : lockLaws(callerId, before)),
  ];
}

const lockLaws = (callerId: string, before: Log): string[] => {
  const lock = lockAfter(before);
  return lock && lock.ownerId !== callerId && !lock.offered ? ['R3: past the lock of another'] : [];
};

/** R2: who has the card and until when, lapsed or not. */
function holderAfter(log: Log): { callerId: string; until: string } | undefined {
  const position = log.findLastIndex(({ type }) => type === 'CardClaimed');
  const claim = log[position];
  if (claim?.type !== 'CardClaimed') return undefined;
  const { claimId, callerId, leaseUntil } = claim.data;
  const since = log.slice(position + 1);
  const ended = since.some((event) =>
    isOutcome(event)
      ? event.data.callerId === callerId
      : ['ClaimReleased', 'CardSkipped'].includes(event.type) &&
        'claimId' in event.data &&
        event.data.claimId === claimId,
  );
  return ended ? undefined : { callerId, until: ofType(since, 'ClaimRenewed').at(-1)?.data.leaseUntil ?? leaseUntil };
}

interface Lock {
  readonly lockId: string;
  readonly ownerId: string;
  readonly offered: boolean;
}

/** R3, R24: the one lock of the card, corrections taken into account. */
export const lockAfter = (log: Log): Lock | undefined =>
  corrected(log).reduce<Lock | undefined>((lock, event) => {
    if (event.type === 'PriorityCallbackPromised')
      return { lockId: event.data.lockId, ownerId: event.data.callerId, offered: false };
    if (!lock) return undefined;
    return isOutcome(event) ? lockAfterOutcome(lock, event) : lockAfterFact(lock, event);
  }, undefined);

function lockAfterOutcome(lock: Lock, { type, data }: OutcomeEvent): Lock | undefined {
  const keeps = KEEPS_LOCK.includes(type) || (type === 'CallbackScheduled' && data.callerId !== lock.ownerId);
  return keeps ? lock : undefined;
}

function lockAfterFact(lock: Lock, { type, data }: CardEvent): Lock | undefined {
  if (!('lockId' in data) || data.lockId !== lock.lockId) return lock;
  if (type === 'PriorityLockReleased') return undefined;
  if (type === 'PriorityLockTransferred') return { ...lock, ownerId: data.toCallerId, offered: false };
  return { ...lock, offered: true };
}

/** R21: the log with every corrected outcome replaced in its place. */
const corrected = (log: Log): Log =>
  log.reduce<CardEvent[]>((told, event) => {
    if (event.type !== 'OutcomeCorrected') return [...told, event];
    const { correctedOutcomeId, replacement } = event.data;
    return told.map((old) => (isOutcome(old) && old.data.outcomeId === correctedOutcomeId ? replacement : old));
  }, []);
