import type {
  CardEnteredRound,
  CardImported,
  CardNumberAdded,
  NoteAdded,
  WorkplaceCorrected,
} from '#events/contracts/index';
import type { Card } from '../card.js';

export const imported = (card: Card, { workplace, numbers, ...data }: CardImported['data']): Card => ({
  ...card,
  imported: true,
  workplace,
  numbers: numbers.map(({ numberId }) => ({ numberId, dead: false })),
  companyId: data.companyId,
  existingCustomerNumber: data.existingCustomerNumber,
});

export const enteredRound = (card: Card, { campaignId, roundId, priority }: CardEnteredRound['data']): Card => ({
  ...card,
  rounds: [
    ...card.rounds,
    {
      campaignId,
      roundId,
      priority,
      state: { status: 'available' },
      attempts: 0,
      furtherAttemptsAllowed: 0,
      busyInARow: 0,
      skips: 0,
      orderIds: [],
    },
  ],
});

export const workplaceCorrected = (card: Card, data: WorkplaceCorrected['data']): Card => ({
  ...card,
  workplace: data.workplace,
  existingCustomerNumber: data.existingCustomerNumber,
});

/** The number that is replaced stays on the card, as dead. */
export function numberAdded(card: Card, { number: { numberId }, replacesNumberId }: CardNumberAdded['data']): Card {
  const others = card.numbers.filter((known) => known.numberId !== numberId);
  const kept = others.map((known) => (known.numberId === replacesNumberId ? { ...known, dead: true } : known));
  return { ...card, numbers: [...kept, { numberId, dead: false }] };
}

export const noteAdded = (card: Card, { noteId }: NoteAdded['data']): Card => ({
  ...card,
  noteIds: [...card.noteIds, noteId],
});
