import type { QueryBus } from '@nestjs/cqrs';
import { TEAM } from '#read-models/caller-queue/caller-queue';
import { heldCards } from '#read-models/caller-queue/held-cards';
import { nextCards } from '#read-models/caller-queue/next-cards';
import type { ReadStore } from '#read-models/store/read-store';
import { ListAccounts } from '../../apps/api/src/accounts/list-accounts.query.js';
import { ListBlocks } from '../../apps/api/src/blocks/list-blocks.query.js';
import { GetBoard } from '../../apps/api/src/boards/get-board.query.js';
import { ListOwnCallbacks } from '../../apps/api/src/boards/list-own-callbacks.query.js';
import { ListCampaigns } from '../../apps/api/src/campaigns/list-campaigns.query.js';
import { ListRounds } from '../../apps/api/src/campaigns/list-rounds.query.js';
import { GetCard } from '../../apps/api/src/cards/get-card.query.js';
import { CountCases } from '../../apps/api/src/cases/count-cases.query.js';
import { GetCase } from '../../apps/api/src/cases/get-case.query.js';
import { ListCases } from '../../apps/api/src/cases/list-cases.query.js';
import { ListWebhookDeliveries } from '../../apps/api/src/cases/list-webhook-deliveries.query.js';
import { SearchCases } from '../../apps/api/src/cases/search-cases.query.js';
import { GetFigures } from '../../apps/api/src/figures/get-figures.query.js';
import { ListHeldOrders } from '../../apps/api/src/invoices/list-held.query.js';
import { GetOrder } from '../../apps/api/src/orders/get-order.query.js';
import { ListOrders } from '../../apps/api/src/orders/list-orders.query.js';
import { SearchOrders } from '../../apps/api/src/orders/search-orders.query.js';
import { SearchCards } from '../../apps/api/src/search/search-cards.query.js';
import { ADA, ANN, NOW, ROUND } from './crowd.js';

export interface Asked {
  readonly queries: QueryBus;
  readonly views: ReadStore;
}

export type Ask = (asked: Asked) => Promise<unknown>;

type Paged = { readonly next?: string };

/** The first page and the one behind it. */
const twoPages =
  (page: (queries: QueryBus, after: Paged & { readonly after?: string }) => Promise<Paged>): Ask =>
  async ({ queries }) => {
    const { next } = await page(queries, {});
    if (next === undefined) throw new Error('there is one page only');
    await page(queries, { after: next });
  };

const ordersBy = (filter: ListOrders['asked']): Ask =>
  twoPages((queries, after) => queries.execute(new ListOrders({ ...filter, ...after })));
const casesBy = (filter: ListCases['asked']): Ask =>
  twoPages((queries, after) => queries.execute(new ListCases({ ...filter, ...after }, ADA)));
const next = (lane: string): Ask => {
  return ({ views }) => nextCards(views, { roundId: ROUND, lane, now: NOW, exclude: new Set(), limit: 128 });
};

/** By the file of the query in apps/api/src: what callers, leads and admins wait for. */
export const questions: Readonly<Record<string, Readonly<Record<string, Ask>>>> = {
  'accounts/list-accounts': { all: ({ queries }) => queries.execute(new ListAccounts()) },
  'blocks/list-blocks': {
    newest: twoPages((queries, after) => queries.execute(new ListBlocks(after))),
    'those that hold': twoPages((queries, after) => queries.execute(new ListBlocks({ status: 'blocked', ...after }))),
  },
  'boards/get-board': { board: ({ queries }) => queries.execute(new GetBoard(ROUND)) },
  'boards/list-own-callbacks': { "a caller's own": ({ queries }) => queries.execute(new ListOwnCallbacks(ANN)) },
  'campaigns/list-campaigns': { all: ({ queries }) => queries.execute(new ListCampaigns()) },
  'campaigns/list-rounds': { all: ({ queries }) => queries.execute(new ListRounds()) },
  'cards/get-card': { 'one that is silenced': ({ queries }) => queries.execute(new GetCard('c40')) },
  'cases/count-cases': { counts: ({ queries }) => queries.execute(new CountCases()) },
  'cases/get-case': { one: ({ queries }) => queries.execute(new GetCase('case-40')) },
  'cases/list-cases': {
    open: casesBy({}),
    new: casesBy({ status: 'new' }),
    taken: casesBy({ status: 'taken' }),
    done: casesBy({ status: 'done' }),
    'of a kind': casesBy({ kind: 'no-more-calls' }),
    "one's own": casesBy({ mine: true }),
    'of a card': ({ queries }) => queries.execute(new ListCases({ cardId: 'c40' }, ADA)),
    'of an order': ({ queries }) => queries.execute(new ListCases({ orderId: 'o40' }, ADA)),
  },
  'cases/list-webhook-deliveries': {
    newest: twoPages((queries, after) => queries.execute(new ListWebhookDeliveries(after))),
    'given up': twoPages((queries, after) =>
      queries.execute(new ListWebhookDeliveries({ status: 'given-up', ...after })),
    ),
  },
  'cases/search-cases': { 'by name': ({ queries }) => queries.execute(new SearchCases({ name: 'bolag' })) },
  'figures/get-figures': { 'of a round': ({ queries }) => queries.execute(new GetFigures({ roundId: ROUND })) },
  'invoices/list-held': { 'first page': ({ queries }) => queries.execute(new ListHeldOrders({})) },
  'orders/get-order': { one: ({ queries }) => queries.execute(new GetOrder('o40')) },
  'orders/list-orders': {
    newest: ordersBy({}),
    'of a status': ordersBy({ status: 'standing' }),
    'with a mail that has begun': ordersBy({ mail: 'started' }),
    'of a caller': ordersBy({ callerId: 'caller-1' }),
    'of a round': ordersBy({ roundId: ROUND }),
    'of a card': ({ queries }) => queries.execute(new ListOrders({ cardId: 'c40' })),
  },
  'orders/search-orders': {
    'by name': ({ queries }) => queries.execute(new SearchOrders({ name: 'bolag' })),
    'by number': ({ queries }) => queries.execute(new SearchOrders({ companyNumber: '5560360793' })),
  },
  'search/search-cards': {
    'by name': ({ queries }) => queries.execute(new SearchCards({ name: 'bolag' })),
    'by phone': ({ queries }) => queries.execute(new SearchCards({ phone: '08-465 004 01' })),
  },
  'serving/next': {
    "the team's, behind cards of a higher priority that are all scheduled for later": next(TEAM),
    "a caller's own": next(ANN),
    'what a caller holds': ({ views }) => heldCards(views, 'caller-3', ROUND),
  },
};

const FROM_THE_LOG = 'reads streams of the log, no view';
const REPORT = 'a report over all rows of its range';
const BEHIND = 'rows behind a figure: looks at 20,000 at the most for a page';

/** Queries that may look at more, and why. */
export const others: Readonly<Record<string, string>> = {
  'accounts/get-account': FROM_THE_LOG,
  'campaigns/get-campaign': FROM_THE_LOG,
  'exports/write-export': 'an export of everything, in pages',
  'imports/get-import': FROM_THE_LOG,
  'imports/list-import-rows': FROM_THE_LOG,
  'imports/preview-import': FROM_THE_LOG,
  'imports/write-import-rows': FROM_THE_LOG,
  'invoices/get-invoice': FROM_THE_LOG,
  'invoices/get-run': FROM_THE_LOG,
  'invoices/list-runs': FROM_THE_LOG,
  'outcomes/preview-order': FROM_THE_LOG,
  'orders/list-own-orders': 'picked from all orders of one caller',
  'renewals/list-renewals': 'a page of a lead’s work list; decides each customer from the log',
  'reports/get-cases-report': REPORT,
  'reports/get-conversion': REPORT,
  'reports/get-mail-report': REPORT,
  'reports/get-orders-report': REPORT,
  'reports/list-cases-behind': BEHIND,
  'reports/list-mails-behind': BEHIND,
  'reports/list-orders-behind': BEHIND,
  'reports/list-outcomes-behind': BEHIND,
  'serving/explain-queue': 'why nothing is served: counts what waits in an index, up to 100,000',
};
