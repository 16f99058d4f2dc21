import type { Instant } from '#events/contracts/index';
import { InvoiceFinder } from '#processes/finding/invoice-finder';
import { orders } from '#read-models/orders/orders.projection';
import { pagesOf } from '#read-models/store/pages-of';
import type { ReadStore } from '#read-models/store/read-store';

export class ViewsInvoiceFinder extends InvoiceFinder {
  constructor(private readonly views: ReadStore) {
    super();
  }

  override async *dueUntil(at: Instant): AsyncGenerator<readonly string[]> {
    for await (const page of pagesOf(this.views, orders, { index: 'invoice-due', to: at })) {
      yield page.map(({ key }) => key);
    }
  }
}
