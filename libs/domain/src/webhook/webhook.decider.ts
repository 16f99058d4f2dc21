import type { Instant, WebhookEvent, WebhookMessage } from '#events/contracts/index';
import type { Command } from '../shared/command.js';
import type { Decider } from '../shared/decider.js';
import { plus } from '../shared/instant.js';

/** For so long it is tried. */
const GIVEN_UP_AFTER_HOURS = 24;

export type Webhook =
  | { readonly status: 'untold' }
  | { readonly status: 'failing'; readonly since: Instant }
  | { readonly status: 'delivered' }
  | { readonly status: 'given-up' };

export type RecordWebhookAnswer = Command<
  'RecordWebhookAnswer',
  {
    readonly caseId: string;
    readonly message: WebhookMessage;
    /** Absent where nothing answered. */
    readonly httpStatus?: number;
  }
>;

const isSuccess = (httpStatus: number): boolean => httpStatus >= 200 && httpStatus < 300;

/** The first failure and the end are kept, not every try between. */
function decide({ data }: RecordWebhookAnswer, state: Webhook): WebhookEvent[] {
  const { caseId, message, httpStatus, now } = data;
  if (state.status === 'delivered' || state.status === 'given-up') return [];
  const facts = { caseId, message };
  if (httpStatus !== undefined && isSuccess(httpStatus)) {
    return [{ type: 'WebhookDelivered', data: { ...facts, httpStatus, deliveredAt: now } }];
  }
  if (state.status === 'untold') {
    const answered = httpStatus !== undefined && { httpStatus };
    return [{ type: 'WebhookFailed', data: { ...facts, ...answered, failedAt: now } }];
  }
  const isOver = now >= plus(state.since, { hours: GIVEN_UP_AFTER_HOURS });
  return isOver ? [{ type: 'WebhookGivenUp', data: { ...facts, givenUpAt: now } }] : [];
}

function evolve(_: Webhook, { type, data }: WebhookEvent): Webhook {
  switch (type) {
    case 'WebhookFailed':
      return { status: 'failing', since: data.failedAt };
    case 'WebhookDelivered':
      return { status: 'delivered' };
    case 'WebhookGivenUp':
      return { status: 'given-up' };
  }
}

export const webhookDecider: Decider<Webhook, RecordWebhookAnswer, WebhookEvent> = {
  initial: { status: 'untold' },
  evolve,
  decide,
};
