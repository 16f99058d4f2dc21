import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { OrderRow } from '#read-models/orders/order-row';
import { orders } from '#read-models/orders/orders.projection';
import { ReadStore, type Range } from '#read-models/store/read-store';
import type { MailStage, OrdersAskedDto, OrdersDto } from './order-list.dto.js';
import { OrdersNeedOneFilter } from './orders.errors.js';
import { ORDERS_ON_A_PAGE, ordersListed, pageFrom } from './orders-shown.js';

export class ListOrders extends Query<OrdersDto> {
  constructor(readonly asked: OrdersAskedDto) {
    super();
  }
}

@QueryHandler(ListOrders)
export class ListOrdersHandler implements IQueryHandler<ListOrders> {
  constructor(private readonly views: ReadStore) {}

  async execute({ asked: { after, limit = ORDERS_ON_A_PAGE, ...filters } }: ListOrders): Promise<OrdersDto> {
    const { rows, next } = await this.views.seek(orders, {
      ...rangeOf(filters),
      ...pageFrom(after),
      limit,
    });
    return ordersListed(this.views, rows, next);
  }
}

const MAIL_INDEX = {
  due: 'mail-due',
  started: 'mail-started',
  failed: 'mail-failed',
} as const satisfies Record<MailStage, string>;

/** @throws OrdersNeedOneFilter */
function rangeOf({ status, mail, cardId, callerId, roundId }: OrdersAskedDto): Range<OrderRow> {
  const ranges: Range<OrderRow>[] = [
    ...(status === undefined ? [] : [{ index: 'of-status', equals: { status } }]),
    ...(mail === undefined ? [] : [{ index: MAIL_INDEX[mail] }]),
    ...(cardId === undefined ? [] : [{ index: 'of-card', equals: { cardId } }]),
    ...(callerId === undefined ? [] : [{ index: 'of-caller', equals: { callerId } }]),
    ...(roundId === undefined ? [] : [{ index: 'of-round', equals: { roundId } }]),
  ];
  const [range = { index: 'newest' }, ...others] = ranges;
  if (others.length > 0) throw new OrdersNeedOneFilter();
  return range;
}
