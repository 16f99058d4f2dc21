import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Roles } from '../shared/access.decorators.js';
import { GetInvoice } from './get-invoice.query.js';
import { HeldAskedDto, HeldOrdersDto, InvoiceNumberDto } from './invoice.dto.js';
import { ListHeldOrders } from './list-held.query.js';

@ApiTags('invoices')
@Controller('invoices')
export class InvoiceController {
  constructor(private readonly queries: QueryBus) {}

  @Get('held')
  @Roles('lead', 'admin', 'auditor')
  @ApiOperation({ summary: 'Orders that would be invoiced but are held, each with why (R15, R18)' })
  @ApiOkResponse({ type: HeldOrdersDto })
  held(@Query() asked: HeldAskedDto): Promise<HeldOrdersDto> {
    return this.queries.execute(new ListHeldOrders(asked));
  }

  @Get(':number/ubl')
  @Roles('admin', 'auditor')
  @ApiOperation({ summary: 'A copy of one invoice or credit note as UBL' })
  @ApiProduces('application/xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  get(@Param() { number }: InvoiceNumberDto): Promise<StreamableFile> {
    return this.queries.execute(new GetInvoice(number));
  }
}
