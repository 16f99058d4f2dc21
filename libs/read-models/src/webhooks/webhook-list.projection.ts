import type { Instant, WebhookEvent, WebhookMessage } from '#events/contracts/index';
import { webhookStream } from '#events/contracts/stream-names';
import type { Recorded } from '#events/store/recorded-event';
import { defineProjection, type Fold } from '../store/define-projection.js';
import type { Row } from '../store/row.js';

const PREFIX_LENGTH = webhookStream('').length;

/** One message to the webhook; the key is the id of the event that it is about. */
export interface WebhookRow extends Row {
  readonly caseId: string;
  readonly message: WebhookMessage;
  readonly status: 'failing' | 'delivered' | 'given-up';
  /** Of the latest answer that was kept. */
  readonly httpStatus?: number;
  /** Since when it is tried in vain, where the first try failed. */
  readonly failingSince?: Instant;
  readonly changedAt: Instant;
}

function toldBy({ type, data }: Recorded<WebhookEvent>): Pick<WebhookRow, 'status' | 'changedAt' | 'httpStatus'> {
  switch (type) {
    case 'WebhookFailed': {
      const { failedAt: changedAt, httpStatus } = data;
      return { status: 'failing', changedAt, ...(httpStatus !== undefined && { httpStatus }) };
    }
    case 'WebhookDelivered':
      return { status: 'delivered', changedAt: data.deliveredAt, httpStatus: data.httpStatus };
    case 'WebhookGivenUp':
      return { status: 'given-up', changedAt: data.givenUpAt };
  }
}

const fold: Fold<WebhookRow, WebhookEvent['type']> = (row, event, key) => {
  const { caseId, message } = event.data;
  const failing = event.type === 'WebhookFailed' && { failingSince: event.data.failedAt };
  return { ...row, key, caseId, message, ...toldBy(event), ...failing };
};

/** What the webhook was told, and what it was not. */
export const webhookList = defineProjection<WebhookRow>({
  name: 'webhook-list',
  version: 1, // raise it to rebuild beside the live one
  keysOf: ({ streamId }) => [streamId.slice(PREFIX_LENGTH)],
  indexes: [
    { name: 'newest', fields: ['changedAt'], descending: true },
    { name: 'of-status', fields: ['status', 'changedAt'], descending: true },
  ],
  counts: [],
  on: { WebhookFailed: fold, WebhookDelivered: fold, WebhookGivenUp: fold },
});
