import type { CampaignSettings, OutcomeEvent } from '#events/contracts/index';
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
  { type, data }: OutcomeEvent,
  { cardId, settings }: OutcomeScene,
): CompanyCommand[] {
  const { smallCompanyWorkplaces } = settings;
  const scene = { cardId, smallCompanyWorkplaces, now: data.endedAt };
  const commands: CompanyCommand[] = [];
  if (type === 'NoMoreCallsRequested') {
    const proposal = { blockId: data.blockId, proposedBy: data.callerId, reason: 'no-more-calls', ...scene };
    commands.push({ type: 'ProposeBlock', data: proposal });
  }
  if (data.restUntil !== undefined) {
    commands.push({ type: 'RecordContact', data: { callId: data.outcomeId, restUntil: data.restUntil, ...scene } });
  }
  return commands;
}

/** In the order in which they must be done: blocks come before the end of the call. */
export const numberConsequences = (
  outcome: OutcomeEvent,
  scene: OutcomeScene,
  silenced?: SilencedCompany,
): NumberConsequence[] => [...blocks(outcome, scene, silenced), ...death(outcome, scene), ...endOfCall(outcome, scene)];

/** R21: a number that was declared dead by mistake lives again; a block stays until it is lifted under R6. */
export function revivals(corrected: OutcomeEvent, replacement: OutcomeEvent): NumberConsequence[] {
  if (corrected.type !== 'NumberFoundDead') return [];
  const { deadNumberId: numberId } = corrected.data;
  if (replacement.type === 'NumberFoundDead' && replacement.data.deadNumberId === numberId) return [];
  const { callerId: revivedBy, endedAt: now } = replacement.data;
  return [{ numberId, command: { type: 'ReviveNumber', data: { revivedBy, reason: 'outcome-corrected', now } } }];
}

/** R6: every number of the workplace, and of the whole company where it is small. A private person's numbers too. */
function blocks(
  outcome: OutcomeEvent,
  { cardId, numberIds }: OutcomeScene,
  silenced?: SilencedCompany,
): NumberConsequence[] {
  const block = blockOf(outcome);
  if (!block) return [];
  const { data } = outcome;
  const origin = {
    cardId,
    ...(data.cause === 'call' && { callId: data.outcomeId }),
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

function death({ type, data }: OutcomeEvent, { cardId }: OutcomeScene): NumberConsequence[] {
  if (type !== 'NumberFoundDead') return [];
  const { deadNumberId: numberId, outcomeId, callerId: declaredBy, endedAt: now, cause } = data;
  const found = { cardId, ...(cause === 'call' && { callId: outcomeId }), declaredBy, now };
  return [{ numberId, command: { type: 'DeclareDead', data: found } }];
}

function endOfCall({ data }: OutcomeEvent, { cardId }: OutcomeScene): NumberConsequence[] {
  if (data.cause !== 'call' || data.numberId === undefined) return [];
  const { numberId, outcomeId: callId, spokeWith, restUntil, endedAt: now } = data;
  const ended = { callId, cardId, spokeWith, ...(restUntil !== undefined && { restUntil }), now };
  return [{ numberId, command: { type: 'EndCall', data: ended } }];
}
