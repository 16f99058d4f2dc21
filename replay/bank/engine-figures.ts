import type { EngineFigures } from '../engine/figures.js';
import type { BankFigures, Closings } from './bank-truth.js';

/** The engine's report, and the refusals that its callers met, in the terms of the file. */
export const bankFigures = (
  { cards, totals, callsPerCard }: EngineFigures,
  refused: { readonly attempts: number; readonly cards: number },
): BankFigures => ({
  cards,
  calls: totals.calls,
  orders: totals.orders,
  talkSeconds: totals.talkSeconds,
  refusedAttempts: refused.attempts,
  refusedCards: refused.cards,
  byAttempts: closingsOf(callsPerCard),
});

/** Every card is closed in the end, so those with so many calls are those closed at so many attempts. */
function closingsOf(callsPerCard: EngineFigures['callsPerCard']): Closings {
  const by = (value: (row: EngineFigures['callsPerCard'][number]) => number): ReadonlyMap<string, number> =>
    new Map(callsPerCard.map((row) => [String(row.calls), value(row)]));
  return { contacts: by(({ closed }) => closed), orders: by(({ ordered }) => ordered) };
}
