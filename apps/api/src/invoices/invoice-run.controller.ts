import { Body, Controller, Get, HttpCode, Param, Post, type StreamableFile } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Cause } from '#events/deciding/cause';
import { Roles } from '../shared/access.decorators.js';
import { RequestCause } from '../shared/request-cause.js';
import type { Saved } from '../shared/saved.js';
import { ExportInvoices } from './export-invoices.handler.js';
import { GetInvoiceRun } from './get-run.query.js';
import { InvoiceDayDto, InvoiceRunDto, InvoiceRunMadeDto, InvoiceRunWholeDto } from './invoice.dto.js';
import { ListInvoiceRuns } from './list-runs.query.js';
import { MakeInvoiceRun } from './make-run.handler.js';

const OK = 200;
const FILE = { schema: { type: 'string', format: 'binary' } } as const;

/** The invoices of a day: numbered once, exported once, and once more as copies that say so. */
@ApiTags('invoices')
@Controller('invoice-runs')
export class InvoiceRunController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @Roles('admin')
  @HttpCode(OK)
  @ApiOperation({ summary: 'Number what the orders of a day owe: invoices and credit notes; one run a day' })
  @ApiOkResponse({ type: InvoiceRunMadeDto })
  make(@Body() { issuedOn }: InvoiceDayDto, @RequestCause() cause: Cause): Promise<Saved<InvoiceRunMadeDto>> {
    return this.commands.execute(new MakeInvoiceRun(issuedOn, cause));
  }

  @Get()
  @Roles('admin', 'auditor')
  @ApiOperation({ summary: 'The runs, newest first' })
  @ApiOkResponse({ type: [InvoiceRunDto] })
  list(): Promise<readonly InvoiceRunDto[]> {
    return this.queries.execute(new ListInvoiceRuns());
  }

  @Get(':issuedOn')
  @Roles('admin', 'auditor')
  @ApiOperation({ summary: 'One run with its numbers and what was exported of it' })
  @ApiOkResponse({ type: InvoiceRunWholeDto })
  get(@Param() { issuedOn }: InvoiceDayDto): Promise<InvoiceRunWholeDto> {
    return this.queries.execute(new GetInvoiceRun(issuedOn));
  }

  @Post(':issuedOn/exports/csv')
  @Roles('admin')
  @HttpCode(OK)
  @ApiOperation({ summary: 'The file of the day as CSV; a later copy is the same and named re-export' })
  @ApiProduces('text/csv')
  @ApiOkResponse(FILE)
  exportCsv(@Param() { issuedOn }: InvoiceDayDto, @RequestCause() cause: Cause): Promise<Saved<StreamableFile>> {
    return this.commands.execute(new ExportInvoices(issuedOn, 'csv', cause));
  }

  @Post(':issuedOn/exports/ubl')
  @Roles('admin')
  @HttpCode(OK)
  @ApiOperation({ summary: 'The file of the day as Peppol BIS Billing 3, one UBL file for each document in a zip' })
  @ApiProduces('application/zip')
  @ApiOkResponse(FILE)
  exportUbl(@Param() { issuedOn }: InvoiceDayDto, @RequestCause() cause: Cause): Promise<Saved<StreamableFile>> {
    return this.commands.execute(new ExportInvoices(issuedOn, 'ubl', cause));
  }
}
