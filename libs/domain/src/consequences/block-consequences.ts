import type {
  CompanyBlocked,
  CompanyBlockLifted,
  Instant,
  NumberBlocked,
  NumberBlockLifted,
} from '#events/contracts/index';
import type { CardCommand } from '../card/card.commands.js';
import type { BlockStatus, Company } from '../company/company.js';
import type { NumberConsequence } from './outcome-consequences.js';

// R6: what a block, and its lift, lead to on numbers and cards. Every command is harmless when done twice.

export interface CardConsequence {
  readonly cardId: string;
  readonly command: CardCommand;
}

/** Where a block of a company has to reach, as far as the company knows. */
export interface Reached {
  readonly cardIds: readonly string[];
  readonly numberIds: readonly string[];
}

export type NumberBlockFacts = Omit<NumberBlocked['data'], 'blockedAt'>;

/** What an admin said of a lift: the same on every stream that it reaches. */
export type LiftFacts = Omit<NumberBlockLifted['data'] & CompanyBlockLifted['data'], 'liftedAt'>;

export const everywhereIn = ({ workplaces, numberIds }: Company): Reached => ({ cardIds: workplaces, numberIds });

export const blocksOnNumbers = (
  block: NumberBlockFacts,
  numberIds: readonly string[],
  now: Instant,
): NumberConsequence[] =>
  [...new Set(numberIds)].map((numberId) => ({ numberId, command: { type: 'BlockNumber', data: { ...block, now } } }));

/** A block of the whole company, as its numbers carry it. */
export function asNumberBlock(
  { blockId, cardId, blockedBy, reason }: Omit<CompanyBlocked['data'], 'blockedAt'>,
  companyId: string,
): NumberBlockFacts {
  return { blockId, cause: 'company-block', companyId, ...(cardId !== undefined && { cardId }), blockedBy, reason };
}

/** Every card that has a blocked number is silenced, of whatever company it is. */
export const barsByNumber = (blockId: string, cardIds: readonly string[], now: Instant): CardConsequence[] =>
  cardIds.map((cardId) => ({ cardId, command: { type: 'BarCard', data: { blockId, scope: 'number', now } } }));

interface Standing {
  readonly blockId: string;
  readonly status: BlockStatus;
  /** Who decided. */
  readonly by: string;
}

/** What the standing of a block at its company means for cards of that company. A bar comes before what it replaces. */
export function onCardsOfCompany(
  { blockId, status, by }: Standing,
  cardIds: readonly string[],
  now: Instant,
): CardConsequence[] {
  const bar: CardCommand = { type: 'BarCard', data: { blockId, scope: 'company', now } };
  const freeze: CardCommand = { type: 'FreezeCard', data: { blockId, now } };
  const unfreeze: CardCommand = { type: 'UnfreezeCard', data: { blockId, decidedBy: by, now } };
  const unbar: CardCommand = { type: 'UnbarCard', data: { blockId, liftedBy: by, now } };
  const commands: Readonly<Record<BlockStatus, readonly CardCommand[]>> = {
    proposed: [freeze],
    blocked: [bar, unfreeze],
    dismissed: [unfreeze],
    lifted: [unbar, unfreeze],
  };
  return cardIds.flatMap((cardId) => commands[status].map((command) => ({ cardId, command })));
}

export const liftsOnNumbers = (lift: LiftFacts, numberIds: readonly string[], now: Instant): NumberConsequence[] =>
  [...new Set(numberIds)].map((numberId) => ({
    numberId,
    command: { type: 'LiftNumberBlock', data: { ...lift, now } },
  }));

export const liftsOnCards = (
  { blockId, liftedBy }: LiftFacts,
  cardIds: readonly string[],
  now: Instant,
): CardConsequence[] => onCardsOfCompany({ blockId, status: 'lifted', by: liftedBy }, [...new Set(cardIds)], now);
