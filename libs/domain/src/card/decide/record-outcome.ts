import type { CardEvent, OutcomeEvent } from '#events/contracts/index';
import type { RecordOutcome } from '../card.commands.js';
import { CardIsClosedForGood } from '../card.errors.js';
import type { Card, RunningCall } from '../card.js';
import { standingOutcome } from '../evolve/card.evolve.js';
import { CallIsRunning, CardHeldByAnother } from '../holding.errors.js';
import { OutcomeAlreadyRecorded, OutcomeNeedsCall } from '../outcome.errors.js';
import { refusalByClaim, refusalByLock } from '../serving.js';
import { entryOf, liveClaimOf } from '../status.js';
import { contactOf, type Contact } from './outcomes/outcome-facts.js';
import { withNote } from './outcomes/ordering.js';
import { outcomeOf, withBar } from './outcomes/outcome-of.js';

type Report = RecordOutcome['data'];
type CallReport = Extract<Report, { cause: 'call' }>;
type OtherReport = Exclude<Report, CallReport>;

/** R1: one outcome per call; the same report once more changes nothing. */
export function recordOutcome(report: Report, card: Card): CardEvent[] {
  const outcomeId = report.cause === 'call' ? report.callId : report.outcomeId;
  const standing = standingOutcome(card, outcomeId);
  if (standing && isSame(standing.event, decided(report, standing.before))) return [];
  if (card.outcomeIds.includes(outcomeId)) throw new OutcomeAlreadyRecorded(outcomeId);
  const outcome = decided(report, card);
  return [outcome, ...withNote(outcome, report.outcome), ...withBar(outcome, card, report.now)];
}

const isSame = (a: OutcomeEvent, b: OutcomeEvent): boolean =>
  a.type === b.type && JSON.stringify(a.data) === JSON.stringify(b.data);

function decided(report: Report, card: Card): OutcomeEvent {
  const entry = entryOf(card, report.roundId);
  const contact = report.cause === 'call' ? callContact(report, card) : otherContact(report, card);
  const locked = refusalByLock(card.lock, report.callerId);
  if (locked && !isStop(report)) throw locked;
  const { outcome, settings, now } = report;
  return outcomeOf({ contact, outcome, entry, settings, now }, card);
}

/** R6: "no more calls" waits for nobody, whoever holds or owns the card. */
const isStop = ({ outcome }: Report): boolean => outcome.code === 'no-more-calls';

/** R1: the call of the caller who holds the card. */
function callContact(report: CallReport, card: Card): Contact {
  const { numberId, startedAt } = ownCall(report, card);
  return contactOf({ ...report, outcomeId: report.callId, numberId, startedAt, endedAt: report.now });
}

/** R2: after the lease as well, unless somebody else has claimed since. */
function ownCall({ callId, callerId, roundId, now }: CallReport, card: Card): RunningCall {
  const overtaken = card.overtakenCalls.find((lost) => lost.callId === callId);
  if (overtaken) throw new CardHeldByAnother(overtaken.holder, overtaken.since, overtaken.until);
  refuseHeld(card, callerId, now);
  const { call } = card;
  if (call?.callId !== callId || call.callerId !== callerId || call.roundId !== roundId) throw new OutcomeNeedsCall();
  return call;
}

/** R1: by mail, by admin or by the customer's own contact; a tone is heard in a call only. */
function otherContact(report: OtherReport, card: Card): Contact {
  const { outcome, callerId, now } = report;
  if (outcome.code === 'no-answer' || outcome.code === 'busy') throw new OutcomeNeedsCall();
  if (card.call?.callerId === callerId) throw new CallIsRunning(card.call.callId, card.call.startedAt);
  if (!isStop(report)) {
    refuseHeld(card, callerId, now);
    if (card.final) throw new CardIsClosedForGood(card.final.reason, card.final.since);
  }
  return contactOf({ ...report, endedAt: now });
}

function refuseHeld(card: Card, callerId: string, now: string): void {
  const claim = liveClaimOf(card, now);
  const held = claim && refusalByClaim(claim, callerId);
  if (held) throw held;
}
