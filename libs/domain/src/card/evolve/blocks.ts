import type { CardReopened, Instant } from '#events/contracts/index';
import type { Card } from '../card.js';
import { withState } from './entries.js';

const withId = (ids: readonly string[], id: string): readonly string[] => (ids.includes(id) ? ids : [...ids, id]);

export const barred = (card: Card, { blockId }: { readonly blockId: string }): Card => ({
  ...card,
  bars: withId(card.bars, blockId),
});

export const unbarred = (card: Card, { blockId }: { readonly blockId: string }): Card => ({
  ...card,
  bars: card.bars.filter((id) => id !== blockId),
});

export const frozen = (card: Card, { blockId }: { readonly blockId: string }): Card => ({
  ...card,
  freezes: withId(card.freezes, blockId),
});

export const unfrozen = (card: Card, { blockId }: { readonly blockId: string }): Card => ({
  ...card,
  freezes: card.freezes.filter((id) => id !== blockId),
});

/** R9: the longest rest holds. */
export const rested = (card: Card, { restUntil }: { readonly restUntil?: Instant }): Card =>
  restUntil && restUntil > (card.restUntil ?? '') ? { ...card, restUntil } : card;

export const cured = (card: Card): Card => ({ ...card, care: undefined });

export const reopened = (card: Card, { roundId }: CardReopened['data']): Card =>
  withState({ ...card, care: undefined, hidden: undefined, final: undefined }, roundId, { status: 'available' });
