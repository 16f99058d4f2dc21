import { msOf } from '#domain/shared/instant';
import { webhookDecider } from '#domain/webhook/webhook.decider';
import type { CaseKind, WebhookMessage } from '#events/contracts/index';
import { webhookStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import { signatureOf } from './signature.js';

const PATIENCE_MS = 10_000;

export interface WebhookOptions {
  readonly url: string;
  readonly secret: string;
}

/** What the other side is told: ids and codes, nothing personal. It asks the API for the rest. */
export interface WebhookContent {
  readonly message: WebhookMessage;
  readonly caseId: string;
  readonly kind: CaseKind;
  readonly urgent: boolean;
  /** When it became true. */
  readonly at: string;
}

/** Not delivered yet: the event is set aside and told again. */
export class WebhookUndelivered extends Error {
  override readonly name = 'WebhookUndelivered';
  constructor() {
    super('the webhook did not take the message');
  }
}

/** Tells a webhook of an event: at least once, for a day, with the event's id as the id of the delivery. */
export class WebhookSender {
  constructor(
    private readonly runner: DecisionRunner,
    private readonly options: WebhookOptions,
  ) {}

  /** @throws WebhookUndelivered */
  async tell(eventId: string, content: WebhookContent, cause: Cause): Promise<void> {
    const stream = webhookStream(eventId);
    const { state } = await this.runner.load(webhookDecider, stream);
    if (state.status === 'delivered' || state.status === 'given-up') return;
    const httpStatus = await this.post(eventId, JSON.stringify({ id: eventId, ...content }), cause);
    const { caseId, message } = content;
    const answer = { caseId, message, ...(httpStatus !== undefined && { httpStatus }), now: cause.occurredAt };
    const step = followingFrom(cause, `webhook/${state.status}/${httpStatus ?? 'none'}/${cause.occurredAt}`);
    const told = await this.runner.run(webhookDecider, stream, { type: 'RecordWebhookAnswer', data: answer }, step);
    if (told.state.status === 'failing') throw new WebhookUndelivered();
  }

  /** The status of the answer; undefined where none came. */
  private async post(eventId: string, body: string, { occurredAt }: Cause): Promise<number | undefined> {
    const seconds = Math.floor(msOf(occurredAt) / 1000);
    const headers = {
      'Content-Type': 'application/json',
      'Aterkom-Delivery': eventId,
      'Aterkom-Signature': signatureOf(body, this.options.secret, seconds),
    };
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const answer = await fetch(this.options.url, { method: 'POST', body, headers, signal, redirect: 'manual' });
      await answer.body?.cancel();
      return answer.status;
    } catch {
      return undefined;
    }
  }
}
