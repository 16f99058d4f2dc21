import type { Card } from '#domain/card/card';
import { cardDecider } from '#domain/card/card.decider';
import { companyDecider } from '#domain/company/company.decider';
import { orderDecider } from '#domain/order-life/order-life.decider';
import { customerBarOf } from '#domain/renewal/customer-bar';
import { renewalOf, type NoRenewal, type PastOrder, type Proposal } from '#domain/renewal/renewal';
import { localOf } from '#domain/shared/swedish-calendar';
import type { Instant } from '#events/contracts/index';
import { cardStream, companyStream, orderStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { Done } from '../consequences.js';
import type { OrderFinder } from '../finding/order-finder.js';
import { inParallel } from '../shared/in-parallel.js';
import { registrationOf, renewalOrderId, type RenewalRound } from './renewal-orders.js';
import { RenewalTold } from './renewal-told.js';

export type Renewed =
  | { readonly cardId: string; readonly isRenewed: true; readonly orderId: string }
  | { readonly cardId: string; readonly isRenewed: false; readonly reason: NoRenewal };

export interface RenewedWith {
  readonly renewed: Renewed;
  readonly done: readonly Done[];
}

/** Proposes and makes the orders of customers who have ordered for every season. The streams decide; views say where to look. */
export class Renewals {
  private readonly telling: RenewalTold;

  constructor(
    private readonly runner: DecisionRunner,
    private readonly finder: OrderFinder,
  ) {
    this.telling = new RenewalTold(runner);
  }

  async proposalFor(cardId: string, { campaignId, season }: RenewalRound, now: Instant): Promise<Proposal> {
    const { state: card } = await this.runner.load(cardDecider, cardStream(cardId));
    const company =
      card.companyId === undefined
        ? undefined
        : (await this.runner.load(companyDecider, companyStream(card.companyId))).state;
    const orders = await this.pastOrders(card, cardId, campaignId);
    return renewalOf(orders, customerBarOf(card, company), { season, on: localOf(now).date });
  }

  /** Done twice it changes nothing. */
  async renew(cardId: string, round: RenewalRound, cause: Cause): Promise<RenewedWith> {
    const orderId = renewalOrderId(cardId, round);
    const before = await this.runner.load(orderDecider, orderStream(orderId));
    if (before.state.status !== 'unregistered') return this.madeOf(cardId, orderId, [], cause);
    const proposal = await this.proposalFor(cardId, round, cause.occurredAt);
    if (!proposal.isDue) return { renewed: { cardId, isRenewed: false, reason: proposal.reason }, done: [] };
    const command = registrationOf(proposal, { ...round, orderId }, cause);
    const step = followingFrom(cause, `renew/${orderId}`);
    const registered = await this.runner.run(orderDecider, orderStream(orderId), command, step);
    return this.madeOf(cardId, orderId, [registered], cause);
  }

  private async madeOf(cardId: string, orderId: string, done: readonly Done[], cause: Cause): Promise<RenewedWith> {
    const told = await this.telling.tellCard(orderId, cause);
    return { renewed: { cardId, isRenewed: true, orderId }, done: [...done, ...told] };
  }

  /** The card knows what it has taken at once, the views also what was cancelled. */
  private async pastOrders({ rounds }: Card, cardId: string, campaignId: string): Promise<readonly PastOrder[]> {
    const ofCard = rounds.filter((round) => round.campaignId === campaignId).flatMap(({ orderIds }) => orderIds);
    const orderIds = [...new Set([...ofCard, ...(await this.finder.ofCard(cardId, campaignId))])];
    const loaded = await inParallel(orderIds, async (orderId) => {
      const { state: order } = await this.runner.load(orderDecider, orderStream(orderId));
      return order.status === 'unregistered' ? [] : [{ orderId, order }];
    });
    return loaded.flat();
  }
}
