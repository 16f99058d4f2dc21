import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '../shared/access.decorators.js';
import { ListWebhookDeliveries } from './list-webhook-deliveries.query.js';
import { WebhookDeliveriesAskedDto, WebhookDeliveriesDto } from './webhook.dto.js';

@ApiTags('cases')
@Controller('webhook-deliveries')
export class WebhookController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Roles('admin', 'auditor')
  @ApiOperation({ summary: 'What the webhook was told, and what it did not take, newest first' })
  @ApiOkResponse({ type: WebhookDeliveriesDto })
  list(@Query() asked: WebhookDeliveriesAskedDto): Promise<WebhookDeliveriesDto> {
    return this.queries.execute(new ListWebhookDeliveries(asked));
  }
}
