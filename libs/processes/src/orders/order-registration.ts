import { orderDecider } from '#domain/order-life/order-life.decider';
import type { RegisterOrder } from '#domain/order-life/order-life.commands';
import { plus } from '#domain/shared/instant';
import type { CampaignSettings, OrderTaken } from '#events/contracts/index';
import { orderStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { Done } from '../consequences.js';

export interface OrderScene {
  readonly cardId: string;
  readonly companyId?: string;
  readonly settings: Pick<CampaignSettings, 'regretMinutes'>;
}

/**
 * Begins the life of an order that a card has taken, and ends it where the outcome was another after all (R21).
 * Done twice it changes nothing.
 */
export class OrderRegistration {
  constructor(private readonly runner: DecisionRunner) {}

  async register({ data }: OrderTaken, scene: OrderScene, cause: Cause): Promise<Done> {
    const command = registrationOf(data, scene, cause);
    const step = followingFrom(cause, `register/${data.orderId}`);
    return this.runner.run(orderDecider, orderStream(data.orderId), command, step);
  }

  /** R21: registered first, where a crash had left that undone. */
  async withdraw(corrected: OrderTaken, scene: OrderScene, cause: Cause): Promise<readonly Done[]> {
    const { orderId } = corrected.data;
    const registered = await this.register(corrected, scene, cause);
    const data = { cancelledBy: cause.actor, reason: 'outcome-corrected', now: cause.occurredAt };
    const command = { type: 'WithdrawCorrectedOrder', data } as const;
    const step = followingFrom(cause, `withdraw/${orderId}`);
    return [registered, await this.runner.run(orderDecider, orderStream(orderId), command, step)];
  }
}

function registrationOf(
  taken: OrderTaken['data'],
  { cardId, companyId, settings }: OrderScene,
  { occurredAt: now }: Cause,
): RegisterOrder {
  const { campaignId, roundId, callerId, outcomeId, attempt, channel, messageReference, endedAt: takenAt } = taken;
  const { order, readBack, language, confirmedWarnings } = taken;
  return {
    type: 'RegisterOrder',
    data: {
      cardId,
      ...(companyId !== undefined && { companyId }),
      campaignId,
      roundId,
      callerId,
      outcomeId,
      attempt,
      channel,
      ...(messageReference !== undefined && { messageReference }),
      order,
      readBack,
      language,
      confirmedWarnings,
      takenAt,
      regretUntil: plus(takenAt, { minutes: settings.regretMinutes }),
      now,
    },
  };
}
