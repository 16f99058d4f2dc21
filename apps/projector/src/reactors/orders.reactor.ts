import type { DecisionRunner } from '#events/deciding/decision-runner';
import { OrderCancellation } from '#processes/orders/order-cancellation';
import { idOf } from '#processes/shared/stream-id';
import type { Reactor } from './reactor.js';

/** A card is told that its order is cancelled, where a crash kept the API from it. */
export function ordersReactor(runner: DecisionRunner): Reactor {
  const cancellation = new OrderCancellation(runner);
  return {
    name: 'orders',
    on: {
      OrderCancelled: async ({ streamId, data }, { cause }) => {
        await cancellation.tellCard(idOf(streamId), data, cause);
      },
    },
  };
}
