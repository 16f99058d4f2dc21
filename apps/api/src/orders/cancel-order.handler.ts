import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Cause } from '#events/deciding/cause';
import { OrderCancellation } from '#processes/orders/order-cancellation';
import { roleOf } from '../shared/request-cause.js';
import { saved, type Saved } from '../shared/saved.js';
import { OrderDesk } from './order-desk.js';
import type { OrderAnswer } from './order.dto.js';

export class CancelOrder extends Command<Saved<OrderAnswer>> {
  constructor(
    readonly orderId: string,
    readonly reason: string,
    readonly cause: Cause,
  ) {
    super();
  }
}

/** The card is told before the answer; a reactor tells it where a crash came between. */
@CommandHandler(CancelOrder)
export class CancelOrderHandler implements ICommandHandler<CancelOrder> {
  constructor(
    private readonly desk: OrderDesk,
    private readonly cancellation: OrderCancellation,
  ) {}

  async execute({ orderId, reason, cause }: CancelOrder): Promise<Saved<OrderAnswer>> {
    const data = { cancelledBy: cause.actor, actorRole: roleOf(cause), reason, now: cause.occurredAt };
    const order = await this.desk.ask(orderId, { type: 'CancelOrder', data }, cause);
    const told = await this.cancellation.tellCard(orderId, { cancelledBy: cause.actor }, cause);
    return saved(order.body, order, told);
  }
}
