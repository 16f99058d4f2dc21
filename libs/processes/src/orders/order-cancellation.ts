import { cardDecider } from '#domain/card/card.decider';
import { orderDecider } from '#domain/order-life/order-life.decider';
import { OrderUnknown } from '#domain/order-life/order-life.errors';
import type { OrderCancelled } from '#events/contracts/index';
import { cardStream, orderStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { Done } from '../consequences.js';

/** What a cancelled order means for its card: it no longer counts as ordered in the round. Done twice it changes nothing. */
export class OrderCancellation {
  constructor(private readonly runner: DecisionRunner) {}

  async tellCard(
    orderId: string,
    { cancelledBy }: Pick<OrderCancelled['data'], 'cancelledBy'>,
    cause: Cause,
  ): Promise<Done> {
    const { state: order } = await this.runner.load(orderDecider, orderStream(orderId));
    if (order.status === 'unregistered') throw new OrderUnknown();
    const step = followingFrom(cause, `order-cancelled/${orderId}`);
    const command = { type: 'CancelOrderOfCard', data: { orderId, cancelledBy, now: cause.occurredAt } } as const;
    return this.runner.run(cardDecider, cardStream(order.origin.cardId), command, step);
  }
}
