import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadStore } from '#read-models/store/read-store';
import { webhookList } from '#read-models/webhooks/webhook-list.projection';
import { cursorOf, cursorText } from '../shared/paging.js';
import type { WebhookDeliveriesAskedDto, WebhookDeliveriesDto } from './webhook.dto.js';

const ON_A_PAGE = 100;
/** Time and key. */
const CURSOR_LENGTH = 2;

export class ListWebhookDeliveries extends Query<WebhookDeliveriesDto> {
  constructor(readonly asked: WebhookDeliveriesAskedDto) {
    super();
  }
}

@QueryHandler(ListWebhookDeliveries)
export class ListWebhookDeliveriesHandler implements IQueryHandler<ListWebhookDeliveries> {
  constructor(private readonly views: ReadStore) {}

  async execute({ asked: { status, after } }: ListWebhookDeliveries): Promise<WebhookDeliveriesDto> {
    const range = status === undefined ? { index: 'newest' } : { index: 'of-status', equals: { status } };
    const cursor = after !== undefined && { after: cursorOf(after, CURSOR_LENGTH) };
    const { rows, next } = await this.views.seek(webhookList, { ...range, ...cursor, limit: ON_A_PAGE });
    const deliveries = rows.map(({ key: deliveryId, stuck: _, ...row }) => ({ deliveryId, ...row }));
    return next ? { deliveries, next: cursorText(next) } : { deliveries };
  }
}
