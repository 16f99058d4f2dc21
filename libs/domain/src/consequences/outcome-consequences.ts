import type { CampaignSettings, CardEvent, Instant, OutcomeEvent } from '#events/contracts/index';
import type { CompanyCommand } from '../company/company.commands.js';
import type { NumberCommand } from '../number/number.commands.js';

// What an outcome leads to on the streams of the company and the numbers. Every command is harmless when done twice:
// the API does them before it answers, a reactor does again what a crash left undone.

/** What the consequences need to know beside the outcome. */
export interface OutcomeScene {
  readonly cardId: string;
  /** The numbers of the card. */
  readonly numberIds: readonly string[];
  readonly settings: Pick<CampaignSettings, 'smallCompanyWorkplaces'>;
  /** R21: what a corrected outcome left under the id of its call; the replacement has an id of its own. */
  readonly corrects?: Corrected;
}

export interface Corrected {
  readonly callId: string;
  readonly restUntil?: Instant;
}

/** A company that the outcome's block silences whole (R6), with every number known to it. */
export interface SilencedCompany {
  readonly companyId: string;
  readonly numberIds: readonly string[];
}

export interface NumberConsequence {
  readonly numberId: string;
  readonly command: NumberCommand;
}

/** Done first: the company decides whether it is small, and so how far a block reaches (R6) and whether it rests (R9). */
export function companyConsequences(
  outcome: OutcomeEvent,
  { cardId, settings, corrects }: OutcomeScene,
): CompanyCommand[] {
  const { type, data } = outcome;
  const { smallCompanyWorkplaces } = settings;
  const scene = { cardId, smallCompanyWorkplaces, now: data.endedAt };
  const commands: CompanyCommand[] = [];
  if (type === 'NoMoreCallsRequested') {
    const proposal = { blockId: data.blockId, proposedBy: data.callerId, reason: 'no-more-calls', ...scene };
    commands.push({ type: 'ProposeBlock', data: proposal });
  }
  const restUntil = data.restUntil ?? (corrects?.restUntil && data.endedAt);
  if (restUntil !== undefined) {
    commands.push({ type: 'RecordContact', data: { callId: callIdOf(outcome, corrects), restUntil, ...scene } });
  }
  return commands;
}

const callIdOf = ({ data }: OutcomeEvent, corrects?: Corrected): string => corrects?.callId ?? data.outcomeId;

/** In the order in which they must be done: blocks come before the end of the call. */
export const numberConsequences = (
  outcome: OutcomeEvent,
  scene: OutcomeScene,
  silenced?: SilencedCompany,
): NumberConsequence[] => [...blocks(outcome, scene, silenced), ...death(outcome, scene), ...endOfCall(outcome, scene)];

/**
 * How it shows that all that follows has been done: nothing follows, the end of the call is the last of it, or it does
 * not show in one place: a block and a death go to several numbers at once, a contact without a call to the company only,
 * an order without a call to its own stream only.
 */
export function endOfConsequences({ type, data }: OutcomeEvent): 'none' | 'call-ended' | 'not-shown' {
  const reachesNumbers = type === 'NoMoreCallsRequested' || type === 'PrivatePersonFound' || type === 'NumberFoundDead';
  if (reachesNumbers) return 'not-shown';
  if (data.cause === 'call' && data.numberId !== undefined) return 'call-ended';
  return data.restUntil === undefined && type !== 'OrderTaken' ? 'none' : 'not-shown';
}

/** R21: a number that was declared dead by mistake lives again; a block stays until it is lifted under R6. */
export function revivals(corrected: OutcomeEvent, replacement: OutcomeEvent): NumberConsequence[] {
  if (corrected.type !== 'NumberFoundDead') return [];
  const { deadNumberId: numberId } = corrected.data;
  if (replacement.type === 'NumberFoundDead' && replacement.data.deadNumberId === numberId) return [];
  const { callerId: revivedBy, endedAt: now } = replacement.data;
  return [{ numberId, command: { type: 'ReviveNumber', data: { revivedBy, reason: 'outcome-corrected', now } } }];
}

/** R21: the call, or other contact, that an outcome tells of, however often it was told anew. */
export function originalOutcomeId(outcomeId: string, events: readonly CardEvent[]): string {
  const correction = events.find(
    (event) => event.type === 'OutcomeCorrected' && event.data.replacement.data.outcomeId === outcomeId,
  );
  if (correction?.type !== 'OutcomeCorrected') return outcomeId;
  return originalOutcomeId(correction.data.correctedOutcomeId, events);
}

/** R6: every number of the workplace, and of the whole company where it is small. A private person's numbers too. */
function blocks(
  outcome: OutcomeEvent,
  { cardId, numberIds, corrects }: OutcomeScene,
  silenced?: SilencedCompany,
): NumberConsequence[] {
  const block = blockOf(outcome);
  if (!block) return [];
  const { data } = outcome;
  const origin = {
    cardId,
    ...(data.cause === 'call' && { callId: callIdOf(outcome, corrects) }),
    ...(silenced && { companyId: silenced.companyId }),
  };
  const by = { ...block, ...origin, blockedBy: data.callerId, reason: block.cause, now: data.endedAt };
  const reached = new Set([...numberIds, ...(silenced?.numberIds ?? [])]);
  return [...reached].map((numberId) => ({ numberId, command: { type: 'BlockNumber', data: by } }));
}

function blockOf({
  type,
  data,
}: OutcomeEvent): { blockId: string; cause: 'no-more-calls' | 'private-person' } | undefined {
  if (type === 'NoMoreCallsRequested') return { blockId: data.blockId, cause: 'no-more-calls' };
  if (type === 'PrivatePersonFound') return { blockId: data.outcomeId, cause: 'private-person' };
  return undefined;
}

function death(outcome: OutcomeEvent, { cardId, corrects }: OutcomeScene): NumberConsequence[] {
  if (outcome.type !== 'NumberFoundDead') return [];
  const { deadNumberId: numberId, callerId: declaredBy, endedAt: now, cause } = outcome.data;
  const found = { cardId, ...(cause === 'call' && { callId: callIdOf(outcome, corrects) }), declaredBy, now };
  return [{ numberId, command: { type: 'DeclareDead', data: found } }];
}

function endOfCall(outcome: OutcomeEvent, { cardId, corrects }: OutcomeScene): NumberConsequence[] {
  const { cause, numberId, spokeWith, restUntil, endedAt: now } = outcome.data;
  if (cause !== 'call' || numberId === undefined) return [];
  const rest = { ...(restUntil !== undefined && { restUntil }) };
  const ended = { callId: callIdOf(outcome, corrects), cardId, spokeWith, ...rest, now };
  return [{ numberId, command: { type: 'EndCall', data: ended } }];
}
