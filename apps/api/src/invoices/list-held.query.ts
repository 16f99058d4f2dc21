import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { holdsOf } from '#domain/order-life/invoicing/invoice-due';
import type { OrderRow } from '#read-models/orders/order-row';
import { orders } from '#read-models/orders/orders.projection';
import { ReadStore } from '#read-models/store/read-store';
import { Clock } from '#runtime/clock';
import { cursorOf, cursorText } from '../shared/paging.js';
import type { HeldAskedDto, HeldOrderDto, HeldOrdersDto } from './invoice.dto.js';

const ON_A_PAGE = 50;
/** Time and key. */
const CURSOR_LENGTH = 2;

export class ListHeldOrders extends Query<HeldOrdersDto> {
  constructor(readonly asked: HeldAskedDto) {
    super();
  }
}

/** Orders inside their regret window are not yet held. */
@QueryHandler(ListHeldOrders)
export class ListHeldOrdersHandler implements IQueryHandler<ListHeldOrders> {
  constructor(
    private readonly views: ReadStore,
    private readonly clock: Clock,
  ) {}

  async execute({ asked: { after, limit = ON_A_PAGE } }: ListHeldOrders): Promise<HeldOrdersDto> {
    const { rows, next } = await this.views.seek(orders, {
      index: 'invoice-held',
      to: this.clock.now(),
      limit,
      ...(after !== undefined && { after: cursorOf(after, CURSOR_LENGTH) }),
    });
    const shown = rows.map(heldShown);
    return next ? { orders: shown, next: cursorText(next) } : { orders: shown };
  }
}

const heldShown = ({ key, state }: OrderRow): HeldOrderDto => ({
  orderId: key,
  legalName: state.form.legalName,
  heldSince: state.origin.regretUntil,
  holds: holdsOf(state),
});
