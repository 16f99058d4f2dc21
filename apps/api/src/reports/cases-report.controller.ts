import { Controller, Get, Header, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Roles } from '../shared/access.decorators.js';
import { asAttachment, CSV_TYPE } from '../shared/csv.js';
import { ClientLanguage } from '../shared/language.decorator.js';
import type { Language } from '../texts/texts.js';
import { CasesBehindDto, CasesReportDto } from './cases-report.dto.js';
import { GetCasesReport } from './get-cases-report.query.js';
import { ListCasesBehind } from './list-cases-behind.query.js';
import { reportCsv } from './report-csv.js';
import { CasesBehindAskedDto, CasesReportAskedDto } from './reports-asked.dto.js';

@ApiTags('reports')
@Controller('reports')
export class CasesReportController {
  constructor(private readonly queries: QueryBus) {}

  @Get('cases')
  @Roles('lead', 'admin', 'auditor')
  @ApiOperation({ summary: 'Cases by kind, open ones by their age in working time, with every definition' })
  @ApiOkResponse({ type: CasesReportDto })
  read(@Query() asked: CasesReportAskedDto): Promise<CasesReportDto> {
    return this.queries.execute(new GetCasesReport(asked));
  }

  @Get('cases.csv')
  @Roles('lead', 'admin', 'auditor')
  @Header('Content-Type', CSV_TYPE)
  @Header('Content-Disposition', asAttachment('cases-report'))
  @ApiOperation({ summary: 'The rows for a spreadsheet, with headings in the language of the client' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async readCsv(@Query() asked: CasesReportAskedDto, @ClientLanguage() language: Language): Promise<string> {
    return reportCsv(await this.queries.execute(new GetCasesReport(asked)), asked.groupBy ?? [], language);
  }

  @Get('cases/behind')
  @Roles('lead', 'admin', 'auditor')
  @ApiOperation({ summary: 'The cases that a row of the report is added up from, by kind, status and day' })
  @ApiOkResponse({ type: CasesBehindDto })
  listBehind(@Query() asked: CasesBehindAskedDto): Promise<CasesBehindDto> {
    return this.queries.execute(new ListCasesBehind(asked));
  }
}
