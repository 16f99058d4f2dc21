import { v7 as uuidv7 } from 'uuid';
import type { MailCommand } from '#domain/order-life/mail/thank-you-mail.commands';
import { orderDecider } from '#domain/order-life/order-life.decider';
import type { StandingOrder } from '#domain/order-life/order';
import { minus } from '#domain/shared/instant';
import type { Instant, ThankYouMailOutcomeUnknown } from '#events/contracts/index';
import { orderStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { MailFinder } from '../finding/mail-finder.js';
import { inParallel } from '../shared/in-parallel.js';
import { letterOf } from './letter/letter.js';
import type { Seller } from './letter/seller.js';
import type { Attempt, Delivery, Mailer } from './mailer.js';

export interface MailParts {
  readonly runner: DecisionRunner;
  readonly finder: MailFinder;
  readonly mailer: Mailer;
  readonly seller: Seller;
  readonly now: () => Instant;
}

type UnknownReason = ThankYouMailOutcomeUnknown['data']['reason'];

/**
 * R17: exactly one mail for each order. An attempt is recorded before anything is sent, at the revision that was read, so that of
 * several processes one sends; what became of it is recorded after. What a crash leaves between the two is looked up where that
 * is possible, and else left to an admin.
 */
export class ThankYouMails {
  /** Attempts of this process, until their result is recorded. */
  private readonly attempts = new Map<string, Promise<Delivery>>();

  constructor(private readonly parts: MailParts) {}

  async send(cause: Cause, signal: AbortSignal): Promise<void> {
    for await (const page of this.parts.finder.dueBy(cause.occurredAt)) {
      if (signal.aborted) return;
      await inParallel(page, async (orderId) => signal.aborted || this.sendOne(orderId, cause));
    }
  }

  /** Finds out what became of attempts that have no result: ours whose record failed, and those of a process that died. */
  async settle(cause: Cause, signal: AbortSignal): Promise<void> {
    const { finder, mailer } = this.parts;
    const before = minus(cause.occurredAt, { seconds: mailer.patienceSeconds });
    for await (const page of finder.startedBy(before)) {
      if (signal.aborted) return;
      await inParallel(page, (attempt) => this.settleOne(attempt, cause));
    }
  }

  private async sendOne(orderId: string, cause: Cause): Promise<void> {
    const attempt = { orderId, attemptId: uuidv7() };
    const order = await this.begin(attempt, cause);
    if (!order) return;
    const { mailer, seller } = this.parts;
    const sending = mailer.send({ ...attempt, to: order.form.email, letter: letterOf(order, seller) });
    this.attempts.set(attempt.attemptId, sending);
    await this.record(attempt, { delivery: await sending, reason: 'no-answer' }, cause);
  }

  /** The order where this attempt is the one to send. */
  private async begin({ orderId, attemptId }: Attempt, cause: Cause): Promise<StandingOrder | undefined> {
    const command = { type: 'StartMail', data: { attemptId, now: this.parts.now() } } as const;
    const { state, events } = await this.run(orderId, command, followingFrom(cause, `start-mail/${attemptId}`));
    return state.status !== 'unregistered' && events.length > 0 ? state : undefined;
  }

  private async settleOne(attempt: Attempt, cause: Cause): Promise<void> {
    const ours = this.attempts.get(attempt.attemptId);
    const delivery = await (ours ?? this.parts.mailer.whatBecameOf(attempt));
    await this.record(attempt, { delivery, reason: ours ? 'no-answer' : 'process-died' }, cause);
  }

  private async record({ orderId, attemptId }: Attempt, found: Found, cause: Cause): Promise<void> {
    const command = commandOf(found, attemptId, this.parts.now());
    await this.run(orderId, command, followingFrom(cause, `${command.type}/${attemptId}`));
    this.attempts.delete(attemptId);
  }

  private run(orderId: string, command: MailCommand, cause: Cause) {
    return this.parts.runner.run(orderDecider, orderStream(orderId), command, cause);
  }
}

interface Found {
  readonly delivery: Delivery | undefined;
  /** What it means that nothing is known. */
  readonly reason: UnknownReason;
}

function commandOf({ delivery, reason }: Found, attemptId: string, now: Instant): MailCommand {
  switch (delivery?.kind) {
    case 'sent':
      return { type: 'RecordMailSent', data: { attemptId, now } };
    case 'refused': {
      const { kind: _, ...refusal } = delivery;
      return { type: 'RecordMailRefused', data: { attemptId, ...refusal, now } };
    }
    case 'unknown':
    case undefined:
      return { type: 'RecordMailOutcomeUnknown', data: { attemptId, reason, now } };
  }
}
