import type { Instant } from '#events/contracts/index';
import { MailFinder } from '#processes/finding/mail-finder';
import type { Attempt } from '#processes/mail/mailer';
import type { OrderRow } from '#read-models/orders/order-row';
import { orders } from '#read-models/orders/orders.projection';
import { pagesOf } from '#read-models/store/pages-of';
import type { ReadStore } from '#read-models/store/read-store';

export class ViewsMailFinder extends MailFinder {
  constructor(private readonly views: ReadStore) {
    super();
  }

  override async *dueBy(at: Instant): AsyncGenerator<readonly string[]> {
    for await (const page of pagesOf(this.views, orders, { index: 'mail-due', to: at })) {
      yield page.map(({ key }) => key);
    }
  }

  override async *startedBy(at: Instant): AsyncGenerator<readonly Attempt[]> {
    for await (const page of pagesOf(this.views, orders, { index: 'mail-started', to: at })) {
      yield page.flatMap(attemptOf);
    }
  }
}

function attemptOf({ key: orderId, state }: OrderRow): readonly Attempt[] {
  const { attemptId } = state.mail;
  return attemptId === undefined ? [] : [{ orderId, attemptId }];
}
