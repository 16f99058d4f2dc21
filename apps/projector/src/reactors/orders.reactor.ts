import type { DecisionRunner } from '#events/deciding/decision-runner';
import { OrderCancellation } from '#processes/orders/order-cancellation';
import { RenewalTold } from '#processes/renewals/renewal-told';
import { idOf } from '#processes/shared/stream-id';
import type { Reactor } from './reactor.js';

/** A card is told that its order is cancelled or renewed, where a crash kept the API from it. */
export function ordersReactor(runner: DecisionRunner): Reactor {
  const cancellation = new OrderCancellation(runner);
  const renewal = new RenewalTold(runner);
  return {
    name: 'orders',
    on: {
      OrderRegistered: async ({ streamId, data }, { cause }) => {
        if (data.channel === 'renewal') await renewal.tellCard(idOf(streamId), cause);
      },
      OrderCancelled: async ({ streamId, data }, { cause }) => {
        await cancellation.tellCard(idOf(streamId), data, cause);
      },
    },
  };
}
