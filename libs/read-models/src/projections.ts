import { accountList } from './account-list/account-list.projection.js';
import { blockList } from './block-list/block-list.projection.js';
import { campaignList } from './campaign-list/campaign-list.projection.js';
import { cards } from './card/card.projection.js';
import { cases } from './cases/cases.projection.js';
import { cardCalls } from './figures/card-calls.projection.js';
import { figures } from './figures/figures.projection.js';
import { lockSlots } from './lock-slots/lock-slots.projection.js';
import { orders } from './orders/orders.projection.js';
import { orderSales } from './reports/order-sales.projection.js';
import { rounds } from './rounds/rounds.projection.js';
import { cardNames } from './search/card-names.projection.js';
import { webhookList } from './webhooks/webhook-list.projection.js';
import type { Projection } from './store/define-projection.js';

/** Everything that is projected: what the projector runs, and what an operator rebuilds and verifies. */
export const projections: readonly Projection[] = [
  cards,
  rounds,
  campaignList,
  accountList,
  figures,
  cardCalls,
  blockList,
  lockSlots,
  cardNames,
  orders,
  orderSales,
  cases,
  webhookList,
];
