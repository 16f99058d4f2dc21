import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { OrderRow } from '#read-models/orders/order-row';
import { orders } from '#read-models/orders/orders.projection';
import { pagesOf } from '#read-models/store/pages-of';
import { ReadStore, type Cursor } from '#read-models/store/read-store';
import { MOST_ON_A_PAGE, type MailStage, type OrdersAskedDto, type OrdersDto } from './order-list.dto.js';
import { ORDERS_ON_A_PAGE, ordersListed, pageFrom } from './orders-shown.js';

export class ListOwnOrders extends Query<OrdersDto> {
  constructor(
    readonly asked: OrdersAskedDto,
    readonly callerId: string,
  ) {
    super();
  }
}

/** A caller has some thousand at the most: whatever is asked for is picked from these. */
@QueryHandler(ListOwnOrders)
export class ListOwnOrdersHandler implements IQueryHandler<ListOwnOrders> {
  constructor(private readonly views: ReadStore) {}

  async execute({ asked, callerId }: ListOwnOrders): Promise<OrdersDto> {
    const { after, limit = ORDERS_ON_A_PAGE } = asked;
    const picked: OrderRow[] = [];
    const own = { index: 'of-caller', equals: { callerId }, ...pageFrom(after) };
    for await (const page of pagesOf(this.views, orders, own, MOST_ON_A_PAGE + 1)) {
      picked.push(...page.filter((row) => fits(row, asked)));
      if (picked.length > limit) break;
    }
    const rows = picked.slice(0, limit);
    return ordersListed(this.views, rows, picked.length > limit ? cursorAt(rows.at(-1)) : undefined);
  }
}

const MAIL_FIELD = {
  due: 'mailDueAt',
  started: 'mailStartedAt',
  failed: 'mailFailedAt',
} as const satisfies Record<MailStage, keyof OrderRow>;

const fits = (row: OrderRow, { status, mail, cardId, roundId }: OrdersAskedDto): boolean =>
  (status === undefined || row.status === status) &&
  (mail === undefined || row[MAIL_FIELD[mail]] !== undefined) &&
  (cardId === undefined || row.cardId === cardId) &&
  (roundId === undefined || row.roundId === roundId);

const cursorAt = (row: OrderRow | undefined): Cursor | undefined => row && [row.takenAt, row.key];
