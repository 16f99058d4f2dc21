import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { CaseKind } from '#events/contracts/index';
import { cases } from '#read-models/cases/cases.projection';
import { ReadStore } from '#read-models/store/read-store';
import type { CaseCountsDto, CaseStatus } from './case.dto.js';

export class CountCases extends Query<CaseCountsDto> {}

@QueryHandler(CountCases)
export class CountCasesHandler implements IQueryHandler<CountCases> {
  constructor(private readonly views: ReadStore) {}

  async execute(): Promise<CaseCountsDto> {
    const counts = await this.views.counts(cases, ['kind', 'status'], []);
    // The casts: the values are those of the group's fields.
    return {
      counts: counts.map(({ values: [kind, status], count }) => ({
        kind: kind as CaseKind,
        status: status as CaseStatus,
        count,
      })),
    };
  }
}
