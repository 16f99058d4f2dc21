import { Controller, Get, Header, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { MAIL_FIELD } from '#read-models/reports/read-mails';
import { Roles } from '../shared/access.decorators.js';
import { asAttachment, CSV_TYPE } from '../shared/csv.js';
import { ClientLanguage } from '../shared/language.decorator.js';
import type { Language } from '../texts/texts.js';
import { GetMailReport } from './get-mail-report.query.js';
import { ListMailsBehind } from './list-mails-behind.query.js';
import { MailReportDto, MailsBehindDto } from './mail-report.dto.js';
import { reportCsv } from './report-csv.js';
import { MailReportAskedDto, MailsBehindAskedDto } from './reports-asked.dto.js';

@ApiTags('reports')
@Controller('reports')
export class MailReportController {
  constructor(private readonly queries: QueryBus) {}

  @Get('mail')
  @Roles('lead', 'admin', 'auditor')
  @ApiOperation({ summary: 'R17: what became of the thank-you mails, with every definition' })
  @ApiOkResponse({ type: MailReportDto })
  read(@Query() asked: MailReportAskedDto): Promise<MailReportDto> {
    return this.queries.execute(new GetMailReport(asked));
  }

  @Get('mail.csv')
  @Roles('lead', 'admin', 'auditor')
  @Header('Content-Type', CSV_TYPE)
  @Header('Content-Disposition', asAttachment('mail-report'))
  @ApiOperation({ summary: 'The rows for a spreadsheet, with headings in the language of the client' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async readCsv(@Query() asked: MailReportAskedDto, @ClientLanguage() language: Language): Promise<string> {
    const report = await this.queries.execute(new GetMailReport(asked));
    const fields = (asked.groupBy ?? []).map((dimension) => MAIL_FIELD[dimension]);
    return reportCsv(report, fields, language);
  }

  @Get('mail/behind')
  @Roles('lead', 'admin', 'auditor')
  @ApiOperation({
    summary: 'The orders that a row of the report is added up from, those whose mail waits for an admin first',
  })
  @ApiOkResponse({ type: MailsBehindDto })
  listBehind(@Query() asked: MailsBehindAskedDto): Promise<MailsBehindDto> {
    return this.queries.execute(new ListMailsBehind(asked));
  }
}
