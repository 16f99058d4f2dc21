import type { CardEvent } from '#events/contracts/index';
import type { CancelOrderOfCard } from '../card.commands.js';
import type { Card } from '../card.js';

/** An order that a correction took off the card (R21) is no longer there to be cancelled. */
export function cancelOrder({ now, ...order }: CancelOrderOfCard['data'], { rounds }: Card): CardEvent[] {
  const entry = rounds.find(({ orderIds }) => orderIds.includes(order.orderId));
  return entry ? [{ type: 'CardOrderCancelled', data: { ...order, roundId: entry.roundId, cancelledAt: now } }] : [];
}
