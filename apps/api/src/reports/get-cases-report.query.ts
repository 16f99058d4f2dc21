import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { caseDefinitions, caseGroupDefinitions } from '#read-models/reports/case-definitions';
import { readCases } from '#read-models/reports/read-cases';
import { ReadStore } from '#read-models/store/read-store';
import { Clock } from '#runtime/clock';
import { behindPath } from './behind.js';
import type { CasesReportDto } from './cases-report.dto.js';
import type { CasesReportAskedDto } from './reports-asked.dto.js';

const definitions = { groups: caseGroupDefinitions, measures: caseDefinitions };

export class GetCasesReport extends Query<CasesReportDto> {
  constructor(readonly asked: CasesReportAskedDto) {
    super();
  }
}

@QueryHandler(GetCasesReport)
export class GetCasesReportHandler implements IQueryHandler<GetCasesReport> {
  constructor(
    private readonly views: ReadStore,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: GetCasesReport): Promise<CasesReportDto> {
    const { groups, totals } = await readCases(this.views, { ...asked, now: this.clock.now() }, asked.groupBy ?? []);
    const rows = groups.map(({ group, measures }) => ({
      ...group,
      ...measures,
      behind: behindPath('cases', asked, group),
    }));
    return { rows, totals, definitions };
  }
}
