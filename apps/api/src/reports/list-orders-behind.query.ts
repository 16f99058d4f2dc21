import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { listOrders } from '#read-models/reports/list-behind';
import { ReadStore } from '#read-models/store/read-store';
import { ChosenRounds } from '../figures/chosen-rounds.js';
import { withNames } from '../shared/names.js';
import { cursorText } from '../shared/paging.js';
import { listCursorOf, ON_A_PAGE } from './behind.js';
import type { OrdersBehindDto } from './orders-report.dto.js';
import type { OrdersBehindAskedDto } from './reports-asked.dto.js';

export class ListOrdersBehind extends Query<OrdersBehindDto> {
  constructor(readonly asked: OrdersBehindAskedDto) {
    super();
  }
}

@QueryHandler(ListOrdersBehind)
export class ListOrdersBehindHandler implements IQueryHandler<ListOrdersBehind> {
  constructor(
    private readonly views: ReadStore,
    private readonly rounds: ChosenRounds,
  ) {}

  async execute({ asked: { after, limit = ON_A_PAGE, ...asked } }: ListOrdersBehind): Promise<OrdersBehindDto> {
    const roundIds = await this.rounds.orEvery(asked);
    const { rows, next } = await listOrders(this.views, { ...asked, roundIds }, { after: listCursorOf(after), limit });
    const shown = rows.map(({ key: orderId, stuck: _, ...row }) => ({ orderId, ...row }));
    const orders = await withNames(this.views, shown);
    return next ? { orders, next: cursorText(next) } : { orders };
  }
}
