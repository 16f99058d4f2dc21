import { OrderFinder } from '#processes/finding/order-finder';
import { orders } from '#read-models/orders/orders.projection';
import { pagesOf } from '#read-models/store/pages-of';
import type { ReadStore } from '#read-models/store/read-store';

export class ViewsOrderFinder extends OrderFinder {
  constructor(private readonly views: ReadStore) {
    super();
  }

  override async ofCard(cardId: string, campaignId: string): Promise<readonly string[]> {
    const found: string[] = [];
    for await (const page of pagesOf(this.views, orders, { index: 'of-card', equals: { cardId } })) {
      found.push(...page.filter(({ state }) => state.origin.campaignId === campaignId).map(({ key }) => key));
    }
    return found;
  }
}
