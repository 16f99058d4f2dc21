import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { listMails } from '#read-models/reports/list-behind';
import { ReadStore } from '#read-models/store/read-store';
import { ChosenRounds } from '../figures/chosen-rounds.js';
import { withNames } from '../shared/names.js';
import { cursorText } from '../shared/paging.js';
import { listCursorOf, ON_A_PAGE } from './behind.js';
import type { MailsBehindDto } from './mail-report.dto.js';
import type { MailsBehindAskedDto } from './reports-asked.dto.js';

export class ListMailsBehind extends Query<MailsBehindDto> {
  constructor(readonly asked: MailsBehindAskedDto) {
    super();
  }
}

@QueryHandler(ListMailsBehind)
export class ListMailsBehindHandler implements IQueryHandler<ListMailsBehind> {
  constructor(
    private readonly views: ReadStore,
    private readonly rounds: ChosenRounds,
  ) {}

  async execute({ asked: { after, limit = ON_A_PAGE, ...asked } }: ListMailsBehind): Promise<MailsBehindDto> {
    const roundIds = await this.rounds.orEvery(asked);
    const { rows, next } = await listMails(this.views, { ...asked, roundIds }, { after: listCursorOf(after), limit });
    const shown = rows.map(({ key: orderId, stuck: _, ...row }) => ({ orderId, ...row }));
    const orders = await withNames(this.views, shown);
    return next ? { orders, next: cursorText(next) } : { orders };
  }
}
