import type { CardCommand } from '#domain/card/card.commands';
import { proposalsOf } from '#domain/company/company';
import type { CardSource } from '#events/contracts/index';
import type { RowProblem } from '../rows/card-draft.js';
import { withoutAbsent } from '../rows/without-absent.js';
import type { DraftInHand } from './draft-in-hand.js';
import type { ImportContext } from './import-context.js';
import type { RowFacts } from './row-facts.js';

/** A draft with what the log says against parts of it. */
export interface CheckedDraft extends DraftInHand {
  /** Of blocks that admin has not decided on (R6). */
  readonly proposedBlockIds: readonly string[];
  readonly warnings: readonly RowProblem[];
}

/** A number that is dead everywhere becomes none of the card, and is kept as it was. */
export function checked(draft: DraftInHand, { numbers, company }: RowFacts): CheckedDraft {
  const isAlive = (_: unknown, index: number): boolean => !numbers[index]?.dead;
  const dead = draft.numbers.filter((number, index) => !isAlive(number, index));
  const proposedBlockIds = (company ? proposalsOf(company) : []).map(({ blockId }) => blockId);
  return {
    ...draft,
    numbers: draft.numbers.filter(isAlive),
    numberIds: draft.numberIds.filter(isAlive),
    unreadableNumbers: [...draft.unreadableNumbers, ...dead.map(({ e164 }) => e164)],
    proposedBlockIds,
    warnings: [
      ...dead.map(() => ({ code: 'number.dead', field: 'phone' }) as const),
      ...(proposedBlockIds.length > 0 ? [{ code: 'company.block-undecided' }] : []),
    ],
  };
}

/** Makes the card unless it is known, freezes it while its company waits for admin (R6), lets it enter the round. */
export function cardCommands(
  draft: CheckedDraft,
  line: number,
  companyId: string | undefined,
  { importId, campaignId, roundId, cause }: ImportContext,
): readonly CardCommand[] {
  const now = cause.occurredAt;
  const { workplace, numbers, externalId, existingCustomerNumber, priority, unreadableNumbers } = draft;
  const unreadable = unreadableNumbers.length > 0 ? unreadableNumbers : undefined;
  const source: CardSource = withoutAbsent({ kind: 'import', importId, row: line, unreadableNumbers: unreadable });
  const card = { workplace, numbers, companyId, externalId, existingCustomerNumber, source, now };
  return [
    { type: 'ImportCard', data: withoutAbsent(card) },
    ...(companyId === undefined ? [] : [{ type: 'JoinCompany', data: { companyId, now } } as const]),
    ...draft.proposedBlockIds.map((blockId) => ({ type: 'FreezeCard', data: { blockId, now } }) as const),
    { type: 'EnterRound', data: { campaignId, roundId, priority, now } },
  ];
}
