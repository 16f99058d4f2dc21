import { cardDecider } from '#domain/card/card.decider';
import { orderDecider } from '#domain/order-life/order-life.decider';
import { cardStream, orderStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { Done } from '../consequences.js';

/** A renewed order counts on its card as one of the round, so that nobody calls to sell it. Done twice it changes nothing. */
export class RenewalTold {
  constructor(private readonly runner: DecisionRunner) {}

  async tellCard(orderId: string, cause: Cause): Promise<readonly Done[]> {
    const { state: order } = await this.runner.load(orderDecider, orderStream(orderId));
    if (order.status !== 'standing' || order.origin.channel !== 'renewal') return [];
    const { cardId, roundId, callerId: renewedBy } = order.origin;
    const data = { orderId, roundId, renewedBy, now: cause.occurredAt };
    const step = followingFrom(cause, `order-renewed/${orderId}`);
    return [await this.runner.run(cardDecider, cardStream(cardId), { type: 'RenewOrderOfCard', data }, step)];
  }
}
