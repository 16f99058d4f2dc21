import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { listCases } from '#read-models/reports/list-behind';
import { ReadStore } from '#read-models/store/read-store';
import { Clock } from '#runtime/clock';
import { cursorText } from '../shared/paging.js';
import { listCursorOf, ON_A_PAGE } from './behind.js';
import type { CasesBehindDto } from './cases-report.dto.js';
import type { CasesBehindAskedDto } from './reports-asked.dto.js';

export class ListCasesBehind extends Query<CasesBehindDto> {
  constructor(readonly asked: CasesBehindAskedDto) {
    super();
  }
}

@QueryHandler(ListCasesBehind)
export class ListCasesBehindHandler implements IQueryHandler<ListCasesBehind> {
  constructor(
    private readonly views: ReadStore,
    private readonly clock: Clock,
  ) {}

  async execute({ asked: { after, limit = ON_A_PAGE, ...asked } }: ListCasesBehind): Promise<CasesBehindDto> {
    const page = { after: listCursorOf(after), limit };
    const { rows, next } = await listCases(this.views, { ...asked, now: this.clock.now() }, page);
    const cases = rows.map(({ key: caseId, stuck: _, ...row }) => ({ caseId, ...row }));
    return next ? { cases, next: cursorText(next) } : { cases };
  }
}
