import { Controller, Get, Header, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ALL_RESULTS, CONVERSION_RESULTS } from '#read-models/reports/list-behind';
import { CONVERSION_FIELD } from '#read-models/reports/read-conversion';
import { Roles } from '../shared/access.decorators.js';
import { asAttachment, CSV_TYPE } from '../shared/csv.js';
import { ClientLanguage } from '../shared/language.decorator.js';
import type { Language } from '../texts/texts.js';
import { ConversionDto, OutcomesBehindDto } from './conversion.dto.js';
import { GetConversion } from './get-conversion.query.js';
import { ListOutcomesBehind } from './list-outcomes-behind.query.js';
import { reportCsv } from './report-csv.js';
import { ConversionBehindAskedDto, ConversionReportAskedDto, OutcomesBehindAskedDto } from './reports-asked.dto.js';

@ApiTags('reports')
@Controller('reports')
export class ConversionController {
  constructor(private readonly queries: QueryBus) {}

  @Get('conversion')
  @Roles('lead', 'admin', 'auditor')
  @ApiOperation({ summary: 'How many calls led to an order: per call on the card, per path of outcomes before it' })
  @ApiOkResponse({ type: ConversionDto })
  read(@Query() asked: ConversionReportAskedDto): Promise<ConversionDto> {
    return this.queries.execute(new GetConversion(asked));
  }

  @Get('conversion.csv')
  @Roles('lead', 'admin', 'auditor')
  @Header('Content-Type', CSV_TYPE)
  @Header('Content-Disposition', asAttachment('conversion'))
  @ApiOperation({ summary: 'The rows for a spreadsheet, with headings in the language of the client' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async readCsv(@Query() asked: ConversionReportAskedDto, @ClientLanguage() language: Language): Promise<string> {
    const report = await this.queries.execute(new GetConversion(asked));
    const fields = (asked.groupBy ?? []).map((dimension) => CONVERSION_FIELD[dimension]);
    return reportCsv(report, fields, language);
  }

  @Get('conversion/behind')
  @Roles('lead', 'admin', 'auditor')
  @ApiOperation({ summary: 'The calls and orders that a row of conversion is added up from, orders first' })
  @ApiOkResponse({ type: OutcomesBehindDto })
  listBehind(@Query() asked: ConversionBehindAskedDto): Promise<OutcomesBehindDto> {
    return this.queries.execute(new ListOutcomesBehind(asked, CONVERSION_RESULTS));
  }

  @Get('outcomes')
  @Roles('lead', 'admin', 'auditor')
  @ApiOperation({ summary: 'The outcomes that figures are added up from, orders first' })
  @ApiOkResponse({ type: OutcomesBehindDto })
  listOutcomes(@Query() asked: OutcomesBehindAskedDto): Promise<OutcomesBehindDto> {
    return this.queries.execute(new ListOutcomesBehind(asked, ALL_RESULTS));
  }
}
