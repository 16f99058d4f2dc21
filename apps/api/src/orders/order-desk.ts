import { Injectable } from '@nestjs/common';
import type { Order } from '#domain/order-life/order';
import type { OrderCommand } from '#domain/order-life/order-life.commands';
import { orderDecider } from '#domain/order-life/order-life.decider';
import { OrderUnknown } from '#domain/order-life/order-life.errors';
import { orderStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner, type Ask } from '#events/deciding/decision-runner';
import { ReadStore } from '#read-models/store/read-store';
import { accountNames } from '../shared/names.js';
import { saved, type Saved } from '../shared/saved.js';
import type { OrderAnswer } from './order.dto.js';
import { orderAnswer } from './orders-shown.js';

/** Runs a command on an order and answers the order as it is then. */
@Injectable()
export class OrderDesk {
  constructor(
    private readonly runner: DecisionRunner,
    private readonly views: ReadStore,
  ) {}

  /** @throws OrderUnknown */
  async ask(orderId: string, ask: Ask<Order, OrderCommand>, cause: Cause): Promise<Saved<OrderAnswer>> {
    const decision = await this.runner.run(orderDecider, orderStream(orderId), ask, cause);
    const { state } = decision;
    if (state.status === 'unregistered') throw new OrderUnknown();
    const names = await accountNames(this.views, [state.origin.callerId]);
    return saved(orderAnswer(orderId, state, names), decision);
  }
}
