import { CardIsBarred } from '#domain/card/card.errors';
import { NO_CARD, type Card } from '#domain/card/card';
import { gateRefusal } from '#domain/dial-gate/dial-gate';
import type { DomainError } from '#domain/shared/domain-error';
import { nameKey } from '#domain/shared/name-key';
import type { RowProblem } from '../rows/card-draft.js';
import type { ImportContext } from './import-context.js';
import type { DraftInHand } from './draft-in-hand.js';
import type { RowFacts } from './row-facts.js';
import type { Found } from './workplaces.js';

/** R6: these say that somebody has asked never to be called again. */
const NO_CALL: ReadonlySet<string> = new Set(['number.blocked', 'company.blocked', 'card.barred']);

export const problemOf = ({ code }: DomainError): RowProblem => ({
  code: NO_CALL.has(code) ? 'no-call.blocked' : code,
});

/** Why no card is made of the row, nor its card enters the round; the import's moment of the one gate, R6 first. */
export function refusalOf(draft: DraftInHand, facts: RowFacts, context: ImportContext): RowProblem | undefined {
  const { numbers, company, found } = facts;
  const { roundId, settings, cause } = context;
  const card = found.card ?? NO_CARD;
  const now = cause.occurredAt;
  const gate = gateRefusal('import', { card, roundId, numbers, company, settings, callerId: cause.actor, now });
  const refusal = gate ?? (card.bars.length > 0 ? new CardIsBarred(card.bars) : undefined);
  if (refusal) return problemOf(refusal);
  return isElsewhere(draft, found) ? { code: 'external-id.other-workplace', field: 'externalId' } : undefined;
}

/**
 * The caller's own id leads to a card that shares nothing with the row: two lists that number their rows alike.
 * Taking it for the same workplace would drop the row in silence.
 */
function isElsewhere(draft: DraftInHand, { cardId, card, holders }: Found): boolean {
  const onlyById = draft.externalId !== undefined && holders.indexOf(cardId) === 0 && holders.lastIndexOf(cardId) === 0;
  return onlyById && card !== undefined && !sharesAnything(draft, card);
}

const sharesAnything = ({ workplace, numberIds }: DraftInHand, card: Card): boolean =>
  areAlike(nameKey(workplace.name), nameKey(card.workplace?.name ?? '')) ||
  card.numbers.some(({ numberId }) => numberIds.includes(numberId));

/** `Café Åsa` and `Café Åsa AB` */
const areAlike = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);
