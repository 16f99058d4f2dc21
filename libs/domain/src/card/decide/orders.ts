import type { CardEvent } from '#events/contracts/index';
import type { CancelOrderOfCard, RenewOrderOfCard } from '../card.commands.js';
import type { Card } from '../card.js';

/** An order that a correction took off the card (R21) is no longer there to be cancelled. */
export function cancelOrder({ now, ...order }: CancelOrderOfCard['data'], { rounds }: Card): CardEvent[] {
  const entry = rounds.find(({ orderIds }) => orderIds.includes(order.orderId));
  return entry ? [{ type: 'CardOrderCancelled', data: { ...order, roundId: entry.roundId, cancelledAt: now } }] : [];
}

/** A card that is not in the round, or that a block silences (R6), has nothing to be told. */
export function renewOrder({ now, ...order }: RenewOrderOfCard['data'], { rounds, bars }: Card): CardEvent[] {
  const entry = rounds.find(({ roundId }) => roundId === order.roundId);
  if (!entry || bars.length > 0 || entry.orderIds.includes(order.orderId)) return [];
  return [{ type: 'CardOrderRenewed', data: { ...order, renewedAt: now } }];
}
