import { orderDecider } from '#domain/order-life/order-life.decider';
import type { Order } from '#domain/order-life/order';
import type { OrderEvent } from '#events/contracts/index';
import { orderStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { Decision, DecisionRunner } from '#events/deciding/decision-runner';
import type { Attempt } from '../mailer.js';
import { attemptIn } from '../message-id.js';
import type { DeliveryReport } from './delivery-report.js';

export const REPORT_VERDICTS = [
  /** The mail bounced; a case follows. */
  'recorded',
  /** The same once more. */
  'already-recorded',
  /** Something else is known of the mail since: it failed otherwise, or has been asked for or sent again. */
  'overtaken',
  /** It tells of a delay or a delivery: the mail may still arrive, or has. */
  'not-failed',
  /** We have sent no mail with this Message-ID. */
  'unknown-message',
] as const;
export type ReportVerdict = (typeof REPORT_VERDICTS)[number];

export interface ReportResult {
  readonly verdict: ReportVerdict;
  /** Absent of an unknown mail. */
  readonly orderId?: string;
  /** What was appended. */
  readonly position?: Decision<Order, OrderEvent>['position'];
}

/** R17: takes what mail servers report. By Message-ID and by nothing weaker: an address or a subject may be another mail's. */
export class Bounces {
  constructor(private readonly runner: DecisionRunner) {}

  async take({ messageId = '', action, status }: DeliveryReport, cause: Cause): Promise<ReportResult> {
    const attempt = attemptIn(messageId);
    if (!attempt || !(await this.knows('ThankYouMailStarted', attempt))) return { verdict: 'unknown-message' };
    const { orderId } = attempt;
    if (action !== 'failed') return { verdict: 'not-failed', orderId };
    const { events, position } = await this.record(attempt, status, cause);
    if (events.length > 0) return { verdict: 'recorded', orderId, ...(position !== undefined && { position }) };
    const isRepeated = await this.knows('ThankYouMailBounced', attempt);
    return { verdict: isRepeated ? 'already-recorded' : 'overtaken', orderId };
  }

  private async knows(
    wanted: 'ThankYouMailStarted' | 'ThankYouMailBounced',
    { orderId, attemptId }: Attempt,
  ): Promise<boolean> {
    const { events } = await this.runner.load(orderDecider, orderStream(orderId));
    return events.some(({ type, data }) => type === wanted && data.attemptId === attemptId);
  }

  private record({ orderId, attemptId }: Attempt, status: string | undefined, cause: Cause) {
    const data = { attemptId, ...(status !== undefined && { status }), now: cause.occurredAt };
    const command = { type: 'RecordMailBounced', data } as const;
    return this.runner.run(orderDecider, orderStream(orderId), command, followingFrom(cause, `bounce/${attemptId}`));
  }
}
