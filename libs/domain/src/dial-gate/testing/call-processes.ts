import type { CardEvent, Instant } from '#events/contracts/index';
import { cardStream, companyStream, numberStream } from '#events/contracts/stream-names';
import type { CardCommand } from '../../card/card.commands.js';
import { cardDecider } from '../../card/card.decider.js';
import { checkCallMayStart } from '../../card/decide/calls.js';
import type { OutcomeInput } from '../../card/outcome-input.js';
import type { CompanyCommand } from '../../company/company.commands.js';
import { companyDecider } from '../../company/company.decider.js';
import { blocksOf } from '../../company/company.js';
import type { NumberCommand } from '../../number/number.commands.js';
import { numberDecider } from '../../number/number.decider.js';
import { DomainError } from '../../shared/domain-error.js';
import { plus } from '../../shared/instant.js';
import { gateRefusal, keepsDuePromise } from '../dial-gate.js';
import { CARDS, CARD_IDS, newId, ROUND, type CardId, type World } from './call-world.js';
import { acceptedBy, decideOn, load, type Decided, type Process } from './stepped-log.js';

// What callers and admins do, each step as a process of its own would do it: with the clock of its command.

const onCard = (world: World, cardId: string, command: CardCommand) =>
  noted(world, decideOn(world.log, cardDecider, cardStream(cardId), command));
const onNumber = (world: World, numberId: string, command: NumberCommand) =>
  noted(world, decideOn(world.log, numberDecider, numberStream(numberId), command));
const onCompany = (world: World, companyId: string, command: CompanyCommand) =>
  noted(world, decideOn(world.log, companyDecider, companyStream(companyId), command));

function* noted<E>(world: World, deciding: Process<Decided<E>>): Process<Decided<E>> {
  const decided = yield* deciding;
  if (decided.refusal) world.refusals.add(decided.refusal.code);
  return decided;
}

export interface Visit {
  readonly callerId: string;
  readonly cardId: CardId;
  readonly ledTo: 'no-answer' | 'callback' | 'no-more-calls';
}

/** A caller opens a card, calls it and records what it led to. */
export function* visit(world: World, { callerId, cardId, ledTo }: Visit): Process {
  const { settings, now } = world;
  const claim = { claimId: newId(world, 'claim'), roundId: ROUND, callerId, openedBySearch: true, settings, now };
  const claimed = yield* onCard(world, cardId, { type: 'ClaimCard', data: claim });
  if (claimed.refusal) return;
  yield;
  const [numberId] = CARDS[cardId].numberIds;
  const call = { callId: newId(world, 'call'), callerId, cardId, numberId };
  if (!(yield* startCall(world, call))) return;
  yield;
  yield* endCall(world, call, ledTo);
}

interface Call {
  readonly callId: string;
  readonly callerId: string;
  readonly cardId: CardId;
  readonly numberId: string;
}

/** The dial gate: ask, get the permit from the number, start on the card, or give the permit back. */
function* startCall(world: World, call: Call): Process<boolean> {
  const { settings, now } = world;
  const { callId, callerId, cardId, numberId } = call;
  const gate = yield* askGate(world, call, now);
  if (gate.refusal) return false;
  const until = plus(now, { minutes: settings.longestCallMinutes });
  const wanted = { callId, callerId, cardId, roundId: ROUND, exceptRest: gate.exceptRest, until, now };
  const permit = yield* onNumber(world, numberId, { type: 'PermitCall', data: wanted });
  if (permit.refusal) return false;
  yield;
  const start = { callId, callerId, roundId: ROUND, numberId, permitRevision: permit.revision, settings, now };
  const started = yield* onCard(world, cardId, { type: 'StartCall', data: start });
  if (started.refusal) yield* onNumber(world, numberId, { type: 'WithdrawPermit', data: { callId, now: world.now } });
  return !started.refusal;
}

function* askGate(world: World, call: Call, now: Instant): Process<{ refusal?: DomainError; exceptRest: boolean }> {
  const { log, settings } = world;
  const { callId, callerId, cardId, numberId } = call;
  world.gateBegan.set(callId, log.events.length);
  const company = load(log, companyDecider, companyStream(CARDS[cardId].companyId)).state;
  yield;
  const number = load(log, numberDecider, numberStream(numberId)).state;
  yield;
  const card = load(log, cardDecider, cardStream(cardId)).state;
  yield;
  const facts = { card, roundId: ROUND, numbers: [number], company, settings, callerId, now };
  const asked = { callId, callerId, roundId: ROUND, numberId, settings, now };
  const held = acceptedBy(() => checkCallMayStart(asked, card));
  const refusal = gateRefusal('call-start', facts) ?? (held instanceof DomainError ? held : undefined);
  if (refusal) world.refusals.add(refusal.code);
  return { ...(refusal && { refusal }), exceptRest: keepsDuePromise(facts) };
}

function* endCall(world: World, call: Call, ledTo: Visit['ledTo']): Process {
  const { settings, now } = world;
  const { callId, callerId, cardId, numberId } = call;
  const outcome = outcomeOf(ledTo, newId(world, 'block'));
  const spokeWith = ledTo === 'no-answer' ? 'nobody' : 'gatekeeper';
  const ending = ledTo === 'no-answer' ? 'unanswered' : 'answered';
  const report = {
    cause: 'call',
    callId,
    roundId: ROUND,
    callerId,
    ending,
    spokeWith,
    outcome,
    settings,
    now,
  } as const;
  const recorded = yield* onCard(world, cardId, { type: 'RecordOutcome', data: report });
  if (recorded.refusal) return;
  const restUntil = restOf(recorded.events);
  const ended = { callId, cardId, spokeWith, ...(restUntil && { restUntil }), now } as const;
  yield* onNumber(world, numberId, { type: 'EndCall', data: ended });
  if (outcome.code === 'no-more-calls') yield* silence(world, call, outcome.blockId);
}

function outcomeOf(ledTo: Visit['ledTo'], blockId: string): OutcomeInput {
  return ledTo === 'no-more-calls' ? { code: ledTo, irritated: false, blockId } : { code: ledTo };
}

const restOf = (events: readonly CardEvent[]): Instant | undefined => {
  const [outcome] = events;
  return outcome && 'restUntil' in outcome.data ? outcome.data.restUntil : undefined;
};

/** R6: the number, and the company where it is small; then every number known to it. */
function* silence(world: World, { callerId, cardId, numberId, callId }: Call, blockId: string): Process {
  const { now, settings } = world;
  const { companyId } = CARDS[cardId];
  const block = { blockId, cause: 'no-more-calls', cardId, callId, blockedBy: callerId, reason: 'asked' } as const;
  yield* onNumber(world, numberId, { type: 'BlockNumber', data: { ...block, now } });
  const { smallCompanyWorkplaces } = settings;
  const proposal = { blockId, cardId, proposedBy: callerId, reason: 'asked', smallCompanyWorkplaces, now };
  yield* onCompany(world, companyId, { type: 'ProposeBlock', data: proposal });
  yield* spreadBlock(world, companyId, blockId);
}

export function* blockCompany(world: World, companyId: string): Process {
  const blockId = newId(world, 'block');
  const block = { blockId, cause: 'by-hand', blockedBy: 'ada', reason: 'asked', now: world.now } as const;
  yield* onCompany(world, companyId, { type: 'BlockCompany', data: block });
  yield* spreadBlock(world, companyId, blockId);
}

/** A block of the company reaches its numbers; one that only waits for a decision does not. */
function* spreadBlock(world: World, companyId: string, blockId: string): Process {
  const { state: company } = load(world.log, companyDecider, companyStream(companyId));
  if (!blocksOf(company).some((block) => block.blockId === blockId)) return;
  const block = { blockId, cause: 'company-block', companyId, blockedBy: 'ada', reason: 'asked' } as const;
  for (const numberId of company.numberIds) {
    yield* onNumber(world, numberId, { type: 'BlockNumber', data: { ...block, now: world.now } });
  }
}

/** By hand; the cards with the number are barred after it. */
export function* blockNumber(world: World, numberId: string): Process {
  const blockId = newId(world, 'block');
  const block = { blockId, cause: 'by-hand', blockedBy: 'ada', reason: 'asked', now: world.now } as const;
  yield* onNumber(world, numberId, { type: 'BlockNumber', data: block });
  for (const cardId of cardsWith(numberId)) {
    yield* onCard(world, cardId, { type: 'BarCard', data: { blockId, scope: 'number', now: world.now } });
  }
}

const cardsWith = (numberId: string): readonly CardId[] =>
  CARD_IDS.filter((cardId) => CARDS[cardId].numberIds.some((known) => known === numberId));

/** Every block of the number, one by one, and what they barred. */
export function* liftNumber(world: World, numberId: string): Process {
  const { state } = load(world.log, numberDecider, numberStream(numberId));
  for (const { blockId } of state.blocks) {
    const lift = { blockId, liftedBy: 'ada', reason: 'asked', evidence: 'letter 1', now: world.now };
    yield* onNumber(world, numberId, { type: 'LiftNumberBlock', data: lift });
    for (const cardId of cardsWith(numberId)) {
      yield* onCard(world, cardId, { type: 'UnbarCard', data: { blockId, liftedBy: 'ada', now: world.now } });
    }
  }
}

export function* liftCompany(world: World, companyId: string): Process {
  const { state } = load(world.log, companyDecider, companyStream(companyId));
  for (const { blockId } of blocksOf(state)) {
    const lift = { blockId, liftedBy: 'ada', reason: 'asked', evidence: 'letter 1', now: world.now };
    yield* onCompany(world, companyId, { type: 'LiftCompanyBlock', data: lift });
    for (const numberId of state.numberIds) {
      yield* onNumber(world, numberId, { type: 'LiftNumberBlock', data: { ...lift, now: world.now } });
    }
  }
}
