import { parse, v5 as uuidv5 } from 'uuid';
import type { RegisterOrder } from '#domain/order-life/order-life.commands';
import { readBackOf } from '#domain/order/read-back';
import type { Proposal } from '#domain/renewal/renewal';
import { plus } from '#domain/shared/instant';
import type { CampaignSettings, SeasonName } from '#events/contracts/index';
import type { Cause } from '#events/deciding/cause';

const RENEWAL_NAMESPACE = parse('7d9f0a3c-5b1e-5c8d-8f27-3a6b9c0d1e2f');

/** The round that is renewed into. */
export interface RenewalRound {
  readonly campaignId: string;
  readonly roundId: string;
  readonly season: SeasonName;
  readonly settings: Pick<CampaignSettings, 'regretMinutes'>;
}

/** The same for the same customer, campaign and season: asked for twice it is one order. */
export const renewalOrderId = (cardId: string, { campaignId, season }: RenewalRound): string =>
  // As bytes, for the package turns a text into bytes letter by letter.
  uuidv5(Buffer.from(`${campaignId}/${cardId}/${season}`), RENEWAL_NAMESPACE);

/** No call led to it: the outcome that it names is itself. Its caller is whoever confirmed it. */
export function registrationOf(
  { form, of, last }: Extract<Proposal, { isDue: true }>,
  { orderId, ...round }: RenewalRound & { readonly orderId: string },
  { actor: callerId, occurredAt: now }: Cause,
): RegisterOrder {
  const { origin, agreed } = last.order;
  const { campaignId, roundId, season, settings } = round;
  return {
    type: 'RegisterOrder',
    data: {
      cardId: origin.cardId,
      ...(origin.companyId !== undefined && { companyId: origin.companyId }),
      campaignId,
      roundId,
      callerId,
      outcomeId: orderId,
      attempt: 0,
      channel: 'renewal',
      renewal: { season, of },
      order: form,
      readBack: readBackOf(form, agreed.language),
      language: agreed.language,
      confirmedWarnings: [],
      takenAt: now,
      regretUntil: plus(now, { minutes: settings.regretMinutes }),
      now,
    },
  };
}
