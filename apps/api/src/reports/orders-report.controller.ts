import { Controller, Get, Header, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { SALES_FIELD } from '#read-models/reports/read-order-sales';
import { Roles } from '../shared/access.decorators.js';
import { asAttachment, CSV_TYPE } from '../shared/csv.js';
import { ClientLanguage } from '../shared/language.decorator.js';
import type { Language } from '../texts/texts.js';
import { GetOrdersReport } from './get-orders-report.query.js';
import { ListOrdersBehind } from './list-orders-behind.query.js';
import { OrdersBehindDto, OrdersReportDto } from './orders-report.dto.js';
import { reportCsv } from './report-csv.js';
import { OrdersBehindAskedDto, OrdersReportAskedDto } from './reports-asked.dto.js';

@ApiTags('reports')
@Controller('reports')
export class OrdersReportController {
  constructor(private readonly queries: QueryBus) {}

  @Get('orders')
  @Roles('lead', 'admin', 'auditor')
  @ApiOperation({ summary: 'Orders and their value, what became of them and what recurs, with every definition' })
  @ApiOkResponse({ type: OrdersReportDto })
  read(@Query() asked: OrdersReportAskedDto): Promise<OrdersReportDto> {
    return this.queries.execute(new GetOrdersReport(asked));
  }

  @Get('orders.csv')
  @Roles('lead', 'admin', 'auditor')
  @Header('Content-Type', CSV_TYPE)
  @Header('Content-Disposition', asAttachment('orders-report'))
  @ApiOperation({ summary: 'The rows for a spreadsheet, with headings in the language of the client' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async readCsv(@Query() asked: OrdersReportAskedDto, @ClientLanguage() language: Language): Promise<string> {
    const report = await this.queries.execute(new GetOrdersReport(asked));
    const fields = (asked.groupBy ?? []).map((dimension) => SALES_FIELD[dimension]);
    return reportCsv(report, fields, language);
  }

  @Get('orders/behind')
  @Roles('lead', 'admin', 'auditor')
  @ApiOperation({ summary: 'The orders that a row of the report is added up from, by round and day' })
  @ApiOkResponse({ type: OrdersBehindDto })
  listBehind(@Query() asked: OrdersBehindAskedDto): Promise<OrdersBehindDto> {
    return this.queries.execute(new ListOrdersBehind(asked));
  }
}
