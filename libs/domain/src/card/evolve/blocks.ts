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

/** R9: the longest rest holds. R21: another end for a known call takes the place of the first. */
export function rested(card: Card, callId: string, restUntil: Instant, now: Instant): Card {
  const going = Object.entries(card.rests).filter(([, until]) => until > now);
  const rests = { ...Object.fromEntries(going), [callId]: restUntil };
  return { ...card, rests, restUntil: Object.values(rests).sort().at(-1) };
}

export const cured = (card: Card): Card => ({ ...card, care: undefined });

export const reopened = (card: Card, { roundId }: CardReopened['data']): Card =>
  withState({ ...card, care: undefined, hidden: undefined, final: undefined }, roundId, { status: 'available' });
