import type { CardEvent } from '#events/contracts/index';
import type {
  AddCardNumber,
  AddNote,
  CorrectWorkplace,
  EnterRound,
  ImportCard,
  JoinCompany,
} from '../card.commands.js';
import { CardIsBarred } from '../card.errors.js';
import type { Card } from '../card.js';
import { NumberNotOnCard } from '../holding.errors.js';
import { NoteMissing } from '../outcome.errors.js';
import { hasLiveNumber } from '../status.js';

export const importCard = ({ now, ...card }: ImportCard['data'], known: Card): CardEvent[] =>
  known.imported ? [] : [{ type: 'CardImported', data: { ...card, importedAt: now } }];

/** R6: no import passes a block. */
export function enterRound({ now, ...round }: EnterRound['data'], card: Card): CardEvent[] {
  if (card.rounds.some(({ roundId }) => roundId === round.roundId)) return [];
  if (card.bars.length > 0) throw new CardIsBarred(card.bars);
  return [{ type: 'CardEnteredRound', data: { ...round, enteredAt: now } }];
}

export function correctWorkplace({ now, ...corrected }: CorrectWorkplace['data'], card: Card): CardEvent[] {
  const { workplace, existingCustomerNumber } = corrected;
  const alreadySo = isSame(workplace, card.workplace) && existingCustomerNumber === card.existingCustomerNumber;
  return alreadySo ? [] : [{ type: 'WorkplaceCorrected', data: { ...corrected, correctedAt: now } }];
}

/** Plain data; the order of fields counts, which at worst records the same workplace once more. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export function addCardNumber({ now, ...added }: AddCardNumber['data'], card: Card): CardEvent[] {
  const { number, replacesNumberId } = added;
  const replaced = card.numbers.find(({ numberId }) => numberId === replacesNumberId);
  if (replacesNumberId !== undefined && !replaced) throw new NumberNotOnCard(replacesNumberId);
  const stillToReplace = replaced !== undefined && !replaced.dead && replacesNumberId !== number.numberId;
  const known = card.numbers.some(({ numberId, dead }) => numberId === number.numberId && !dead);
  if (known && !stillToReplace) return [];
  const event: CardEvent = { type: 'CardNumberAdded', data: { ...added, addedAt: now } };
  return isCuredByNumber(card) ? [event, curedBy(added.addedBy, now)] : [event];
}

/** States of a card: needs-care is left by a new number where a number was what it lacked. */
const isCuredByNumber = (card: Card): boolean =>
  card.care ? card.care.reason === 'unauthorised-contact' : !hasLiveNumber(card);

const curedBy = (addedBy: string, now: string): CardEvent => ({
  type: 'CardCured',
  data: { curedBy: addedBy, reason: 'new-number', curedAt: now },
});

export const joinCompany = ({ companyId, now }: JoinCompany['data'], card: Card): CardEvent[] =>
  card.companyId === companyId ? [] : [{ type: 'CardJoinedCompany', data: { companyId, joinedAt: now } }];

export function addNote({ now, ...note }: AddNote['data'], card: Card): CardEvent[] {
  if (card.noteIds.includes(note.noteId)) return [];
  if (note.text.trim() === '') throw new NoteMissing('text');
  return [{ type: 'NoteAdded', data: { ...note, addedAt: now } }];
}
