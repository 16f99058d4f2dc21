import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { acceptOrderForm } from '#domain/order/accept-order-form';
import type { Order } from '#domain/order-life/order';
import type { ChangeOrder as ChangeOfOrder } from '#domain/order-life/order-life.commands';
import { OrderUnknown } from '#domain/order-life/order-life.errors';
import type { Cause } from '#events/deciding/cause';
import { orderFormInput } from '../outcomes/order-form.dto.js';
import { CampaignLookup } from '../shared/campaign-lookup.js';
import { roleOf } from '../shared/request-cause.js';
import type { Saved } from '../shared/saved.js';
import { OrderDesk } from './order-desk.js';
import type { OrderAnswer } from './order.dto.js';
import type { ChangeOrderDto } from './order-requests.dto.js';

export class ChangeOrder extends Command<Saved<OrderAnswer>> {
  constructor(
    readonly orderId: string,
    readonly change: ChangeOrderDto,
    readonly cause: Cause,
  ) {
    super();
  }
}

/** The whole form anew. R12: VAT stays that of the day when the order was taken. */
@CommandHandler(ChangeOrder)
export class ChangeOrderHandler implements ICommandHandler<ChangeOrder> {
  constructor(
    private readonly desk: OrderDesk,
    private readonly campaigns: CampaignLookup,
  ) {}

  execute({ orderId, change, cause }: ChangeOrder): Promise<Saved<OrderAnswer>> {
    return this.desk.ask(orderId, (order) => this.changeOf(order, change, cause), cause);
  }

  private async changeOf(
    order: Order,
    { form, reason, language }: ChangeOrderDto,
    cause: Cause,
  ): Promise<ChangeOfOrder> {
    if (order.status === 'unregistered') throw new OrderUnknown();
    const { campaignId, takenAt } = order.origin;
    const { webAddressFromOre } = (await this.campaigns.of(campaignId)).settings;
    const context = { now: takenAt, previousOrderInRound: false, webAddressFromOre };
    const agreed = acceptOrderForm(orderFormInput(form), context, language ?? order.agreed.language);
    const by = { changedBy: cause.actor, actorRole: roleOf(cause), reason, now: cause.occurredAt };
    return { type: 'ChangeOrder', data: { ...agreed, ...by } };
  }
}
