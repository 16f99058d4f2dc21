import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { orderDecider } from '#domain/order-life/order-life.decider';
import { OrderOfAnotherCaller, OrderUnknown } from '#domain/order-life/order-life.errors';
import { orderStream } from '#events/contracts/stream-names';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { ReadStore } from '#read-models/store/read-store';
import { entryShown } from '../shared/history.js';
import { accountNames } from '../shared/names.js';
import type { OrderWithHistory } from './order.dto.js';
import { orderAnswer } from './orders-shown.js';

export class GetOrder extends Query<OrderWithHistory> {
  constructor(
    readonly orderId: string,
    /** Whose order it must be; anybody's where it is absent. */
    readonly ownerId?: string,
  ) {
    super();
  }
}

/** From its own stream, so that it is never stale; names from the views. */
@QueryHandler(GetOrder)
export class GetOrderHandler implements IQueryHandler<GetOrder> {
  constructor(
    private readonly decisions: DecisionRunner,
    private readonly views: ReadStore,
  ) {}

  async execute({ orderId, ownerId }: GetOrder): Promise<OrderWithHistory> {
    const { state, events } = await this.decisions.load(orderDecider, orderStream(orderId));
    if (state.status === 'unregistered') throw new OrderUnknown();
    const { callerId } = state.origin;
    if (ownerId !== undefined && callerId !== ownerId) throw new OrderOfAnotherCaller(callerId);
    const actors = events.map(({ metadata }) => metadata.actor);
    const names = await accountNames(this.views, [callerId, ...actors]);
    return {
      ...orderAnswer(orderId, state, names),
      history: events.map((event) => entryShown(event, event.data, names)),
    };
  }
}
