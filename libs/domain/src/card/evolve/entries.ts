import type { Card, EntryState, RoundEntry } from '../card.js';

/** The card with one of its entries changed. */
export const withEntry = (card: Card, roundId: string, change: (entry: RoundEntry) => Partial<RoundEntry>): Card => ({
  ...card,
  rounds: card.rounds.map((entry) => (entry.roundId === roundId ? { ...entry, ...change(entry) } : entry)),
});

export const withState = (card: Card, roundId: string, state: EntryState): Card =>
  withEntry(card, roundId, () => ({ state }));
