import type { CardEvent } from '#events/contracts/index';
import { mustStateReason } from '../../shared/stated.js';
import type { BarCard, CureCard, FreezeCard, RestCard, UnbarCard, UnfreezeCard } from '../card.commands.js';
import { CardIsBarred, CardNeedsCare, CardNeedsNoCare } from '../card.errors.js';
import type { Card } from '../card.js';
import { hasLiveNumber } from '../status.js';

// R6, R9: what other streams have decided holds for the card at once, whatever its state.

export const barCard = ({ now, ...bar }: BarCard['data'], { bars }: Card): CardEvent[] =>
  bars.includes(bar.blockId) ? [] : [{ type: 'CardBarred', data: { ...bar, barredAt: now } }];

export const unbarCard = ({ now, ...lift }: UnbarCard['data'], { bars }: Card): CardEvent[] =>
  bars.includes(lift.blockId) ? [{ type: 'CardUnbarred', data: { ...lift, unbarredAt: now } }] : [];

export const freezeCard = ({ blockId, now }: FreezeCard['data'], { freezes }: Card): CardEvent[] =>
  freezes.includes(blockId)
    ? []
    : [{ type: 'CardFrozen', data: { blockId, reason: 'company-block-undecided', frozenAt: now } }];

export const unfreezeCard = ({ now, ...decision }: UnfreezeCard['data'], { freezes }: Card): CardEvent[] =>
  freezes.includes(decision.blockId) ? [{ type: 'CardUnfrozen', data: { ...decision, unfrozenAt: now } }] : [];

/** R9: a rest that is over adds nothing, but that it is over may correct what was said of a call (R21). */
export function restCard({ now, ...rest }: RestCard['data'], { rests }: Card): CardEvent[] {
  const before = rests[rest.becauseOfCallId];
  const known = before === rest.restUntil || (before === undefined && rest.restUntil <= now);
  return known ? [] : [{ type: 'CardRested', data: { ...rest, restedAt: now } }];
}

/** R6: a silenced card is given back by lifting the block. */
export function cureCard({ now, ...cure }: CureCard['data'], card: Card): CardEvent[] {
  if (card.bars.length > 0) throw new CardIsBarred(card.bars);
  if (!hasLiveNumber(card)) throw new CardNeedsCare('no-live-number');
  if (!card.care) throw new CardNeedsNoCare();
  mustStateReason(cure.reason);
  return [{ type: 'CardCured', data: { ...cure, curedAt: now } }];
}
