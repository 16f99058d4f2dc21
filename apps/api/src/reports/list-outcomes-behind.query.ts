import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { listOutcomes } from '#read-models/reports/list-behind';
import type { Result } from '#read-models/reports/round-outcomes';
import { ReadStore } from '#read-models/store/read-store';
import { ChosenRounds } from '../figures/chosen-rounds.js';
import { withNames } from '../shared/names.js';
import { cursorText } from '../shared/paging.js';
import { listCursorOf, ON_A_PAGE } from './behind.js';
import type { OutcomesBehindDto } from './conversion.dto.js';
import type { OutcomesBehindAskedDto } from './reports-asked.dto.js';

export class ListOutcomesBehind extends Query<OutcomesBehindDto> {
  constructor(
    readonly asked: OutcomesBehindAskedDto,
    readonly results: readonly Result[],
  ) {
    super();
  }
}

@QueryHandler(ListOutcomesBehind)
export class ListOutcomesBehindHandler implements IQueryHandler<ListOutcomesBehind> {
  constructor(
    private readonly views: ReadStore,
    private readonly rounds: ChosenRounds,
  ) {}

  async execute({ asked, results }: ListOutcomesBehind): Promise<OutcomesBehindDto> {
    const { after, limit = ON_A_PAGE, ...filters } = asked;
    const roundIds = await this.rounds.orEvery(filters);
    const page = { after: listCursorOf(after), limit };
    const { rows, next } = await listOutcomes(this.views, { ...filters, roundIds, results }, page);
    const shown = rows.map(({ key: _, result: __, stuck: ___, ...row }) => row);
    const outcomes = await withNames(this.views, shown);
    return next ? { outcomes, next: cursorText(next) } : { outcomes };
  }
}
