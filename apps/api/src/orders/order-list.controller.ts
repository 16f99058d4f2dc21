import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '../shared/access.decorators.js';
import { Id } from '../shared/id.pipe.js';
import { Me } from '../shared/me.decorator.js';
import type { SignedIn } from '../shared/signed-in.js';
import { GetOrder } from './get-order.query.js';
import { ListOrders } from './list-orders.query.js';
import { ListOwnOrders } from './list-own-orders.query.js';
import { OrderWithHistory } from './order.dto.js';
import { OrdersAskedDto, OrderSearchDto, OrdersDto } from './order-list.dto.js';
import { SearchOrders } from './search-orders.query.js';

const OK = 200;

@ApiTags('orders')
@Controller('orders')
export class OrderListController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Roles('caller', 'lead', 'admin', 'auditor')
  @ApiOperation({
    summary:
      'Orders, newest first (by `mail`, the longest waiting first), by one filter at a time; a caller is shown their own, newest first, by any filters',
  })
  @ApiOkResponse({ type: OrdersDto })
  list(@Query() asked: OrdersAskedDto, @Me() me: SignedIn): Promise<OrdersDto> {
    return this.queries.execute(me.role === 'caller' ? new ListOwnOrders(asked, me.accountId) : new ListOrders(asked));
  }

  @Post('search')
  @Roles('lead', 'admin', 'auditor')
  @HttpCode(OK)
  @ApiOperation({
    summary: 'Find orders by legal name or company number; a POST, for a URL must hold nothing personal',
  })
  @ApiOkResponse({ type: OrdersDto })
  search(@Body() search: OrderSearchDto): Promise<OrdersDto> {
    return this.queries.execute(new SearchOrders(search));
  }

  @Get(':orderId')
  @Roles('caller', 'lead', 'admin', 'auditor')
  @ApiOperation({ summary: 'One order with everything that became of it; a caller is shown their own' })
  @ApiOkResponse({ type: OrderWithHistory })
  get(@Id('orderId') orderId: string, @Me() { role, accountId }: SignedIn): Promise<OrderWithHistory> {
    return this.queries.execute(new GetOrder(orderId, role === 'caller' ? accountId : undefined));
  }
}
