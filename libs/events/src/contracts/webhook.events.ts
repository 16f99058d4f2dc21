import { NOTHING_PERSONAL, type ContractsOf, type DomainEvent, type Instant } from './domain-event.js';

// Stream `webhook-{event id}`: what became of telling a webhook of one event of a case.
// These names are the storage format. Never rename one; add a version and an upcast step.

/** What the webhook is told. */
export type WebhookMessage = 'case.raised' | 'case.alarmed' | 'case.resolved';

interface WebhookFacts {
  readonly caseId: string;
  readonly message: WebhookMessage;
}

/** The first try failed; it is tried again for a day. */
export type WebhookFailed = DomainEvent<
  'WebhookFailed',
  WebhookFacts & {
    /** Absent where nothing answered. */
    readonly httpStatus?: number;
    readonly failedAt: Instant;
  }
>;
export type WebhookDelivered = DomainEvent<
  'WebhookDelivered',
  WebhookFacts & { readonly httpStatus: number; readonly deliveredAt: Instant }
>;
export type WebhookGivenUp = DomainEvent<'WebhookGivenUp', WebhookFacts & { readonly givenUpAt: Instant }>;

export type WebhookEvent = WebhookFailed | WebhookDelivered | WebhookGivenUp;

export const webhookContracts: ContractsOf<WebhookEvent> = {
  WebhookFailed: NOTHING_PERSONAL,
  WebhookDelivered: NOTHING_PERSONAL,
  WebhookGivenUp: NOTHING_PERSONAL,
};
