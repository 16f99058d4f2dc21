import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { AskMailAgain } from '#domain/order-life/mail/thank-you-mail.commands';
import type { AcceptCompanyNumber } from '#domain/order-life/order-life.commands';
import type { Cause } from '#events/deciding/cause';
import type { Saved } from '../shared/saved.js';
import { OrderDesk } from './order-desk.js';
import type { OrderAnswer } from './order.dto.js';

/** Asks an order for what needs nothing but itself. */
export class AskOrder extends Command<Saved<OrderAnswer>> {
  constructor(
    readonly orderId: string,
    readonly request: AcceptCompanyNumber | AskMailAgain,
    readonly cause: Cause,
  ) {
    super();
  }
}

@CommandHandler(AskOrder)
export class AskOrderHandler implements ICommandHandler<AskOrder> {
  constructor(private readonly desk: OrderDesk) {}

  execute({ orderId, request, cause }: AskOrder): Promise<Saved<OrderAnswer>> {
    return this.desk.ask(orderId, request, cause);
  }
}
