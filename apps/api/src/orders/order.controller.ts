import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Cause } from '#events/deciding/cause';
import { Roles } from '../shared/access.decorators.js';
import { Id } from '../shared/id.pipe.js';
import { RequestCause } from '../shared/request-cause.js';
import type { Saved } from '../shared/saved.js';
import { AskOrder } from './ask-order.handler.js';
import { CancelOrder } from './cancel-order.handler.js';
import { ChangeOrder } from './change-order.handler.js';
import { OrderAnswer } from './order.dto.js';
import { ChangeOrderDto, OrderReasonDto } from './order-requests.dto.js';

const OK = 200;

/** What becomes of an order after the call. */
@ApiTags('orders')
@Controller('orders/:orderId')
export class OrderController {
  constructor(private readonly commands: CommandBus) {}

  @Put('form')
  @Roles('caller', 'lead', 'admin')
  @ApiOperation({ summary: 'Change the order: its caller or a lead inside the regret window, then an admin' })
  @ApiOkResponse({ type: OrderAnswer })
  change(
    @Id('orderId') orderId: string,
    @Body() body: ChangeOrderDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<OrderAnswer>> {
    return this.commands.execute(new ChangeOrder(orderId, body, cause));
  }

  @Post('cancellation')
  @Roles('caller', 'lead', 'admin')
  @HttpCode(OK)
  @ApiOperation({ summary: 'Cancel the order: its caller or a lead inside the regret window, then an admin' })
  @ApiOkResponse({ type: OrderAnswer })
  cancel(
    @Id('orderId') orderId: string,
    @Body() { reason }: OrderReasonDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<OrderAnswer>> {
    return this.commands.execute(new CancelOrder(orderId, reason, cause));
  }

  @Post('company-number/acceptance')
  @Roles('admin')
  @HttpCode(OK)
  @ApiOperation({ summary: 'Accept a company number that a register objects to (R18): the invoice goes on' })
  @ApiOkResponse({ type: OrderAnswer })
  acceptCompanyNumber(
    @Id('orderId') orderId: string,
    @Body() { reason }: OrderReasonDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<OrderAnswer>> {
    const data = { acceptedBy: cause.actor, reason, now: cause.occurredAt };
    return this.commands.execute(new AskOrder(orderId, { type: 'AcceptCompanyNumber', data }, cause));
  }

  @Post('thank-you-mail')
  @Roles('admin')
  @HttpCode(OK)
  @ApiOperation({ summary: 'Have the thank-you mail sent once more after it has failed (R17)' })
  @ApiOkResponse({ type: OrderAnswer })
  askMailAgain(
    @Id('orderId') orderId: string,
    @Body() { reason }: OrderReasonDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<OrderAnswer>> {
    const data = { askedBy: cause.actor, reason, now: cause.occurredAt };
    return this.commands.execute(new AskOrder(orderId, { type: 'AskMailAgain', data }, cause));
  }
}
