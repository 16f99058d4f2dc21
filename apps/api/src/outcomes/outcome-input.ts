import { v5 as uuidv5 } from 'uuid';
import type { Card } from '#domain/card/card';
import type { OutcomeInput } from '#domain/card/outcome-input';
import { acceptOrderForm } from '#domain/order/accept-order-form';
import type { OrderContext } from '#domain/order/order-form-input';
import { msOf, toInstant } from '#domain/shared/instant';
import type { CampaignSettings, Instant } from '#events/contracts/index';
import type { Cause } from '#events/deciding/cause';
import { orderFormInput } from './order-form.dto.js';
import type { AnyOutcomeDto, DeferredDto, OrderDto } from './outcomes.dto.js';

/** The same request gives the same ids, so that a repeat meets what its first try left. */
const IDS_NAMESPACE = '1c7d8a5e-52f3-5d0c-8d3b-3f6a0a7e9b24';

/** What the request's text alone does not tell. */
export interface OutcomeSetting {
  readonly card: Card;
  readonly roundId: string;
  readonly settings: CampaignSettings;
  readonly cause: Cause;
  /** Found or made before, from the name or number given. */
  readonly headOfficeCardId?: string;
  /** The card that was probably called, where somebody says "you just rang". */
  readonly likelyDoubleOf?: string;
  /** R21: the order that the outcome takes the place of. */
  readonly replacedOrderId?: string;
}

const idFor = ({ cause }: OutcomeSetting, what: string): string => uuidv5(`${cause.commandId}/${what}`, IDS_NAMESPACE);

const instant = (text: string): Instant => toInstant(msOf(text));

/** The outcome as the card takes it: times in their one form, ids made, the order form checked and priced. */
export function outcomeInput(outcome: AnyOutcomeDto, setting: OutcomeSetting): OutcomeInput {
  switch (outcome.code) {
    case 'callback':
      return { ...outcome, ...(outcome.dueAt !== undefined && { dueAt: instant(outcome.dueAt) }) };
    case 'priority-callback':
      return { ...outcome, dueAt: instant(outcome.dueAt), lockId: lockIdFor(setting) };
    case 'deferred':
      return deferredInput(outcome);
    case 'head-office-referral': {
      const { headOfficePhone: _, ...referral } = outcome;
      const { headOfficeCardId } = setting;
      return { ...referral, ...(headOfficeCardId !== undefined && { headOfficeCardId }) };
    }
    case 'recently-called': {
      const { likelyDoubleOf } = setting;
      return { ...outcome, ...(likelyDoubleOf !== undefined && { likelyDoubleOf }) };
    }
    case 'no-more-calls':
      return { ...outcome, blockId: idFor(setting, 'block') };
    case 'order':
      return orderInput(outcome, setting);
    case 'declined':
    case 'no-answer':
    case 'busy':
    case 'dead-number':
    case 'private-person':
    case 'unauthorised-contact':
    case 'ceased':
      return { ...outcome };
  }
}

/** R24: the slot of a lock that stands is kept. */
export const lockIdFor = (setting: OutcomeSetting): string => setting.card.lock?.lockId ?? idFor(setting, 'lock');

function deferredInput({ code, reason, mailAddress = '' }: DeferredDto): OutcomeInput {
  return reason === 'mail-sent' ? { code, reason, mailAddress } : { code, reason };
}

type OrderSetting = Pick<OutcomeSetting, 'card' | 'roundId' | 'settings' | 'replacedOrderId'>;

const orderIdsIn = ({ card, roundId }: Pick<OrderSetting, 'card' | 'roundId'>): readonly string[] =>
  card.rounds.find((round) => round.roundId === roundId)?.orderIds ?? [];

/** What the form is read against. */
export const orderContext = ({ now, ...setting }: OrderSetting & { readonly now: Instant }): OrderContext => ({
  now,
  previousOrderInRound: orderIdsIn(setting).some((orderId) => orderId !== setting.replacedOrderId),
  webAddressFromOre: setting.settings.webAddressFromOre,
});

function orderInput(
  { code, form, messageReference, sendToAdmin, language = 'sv' }: OrderDto,
  setting: OutcomeSetting,
): OutcomeInput {
  const context = orderContext({ ...setting, now: setting.cause.occurredAt });
  const agreed = acceptOrderForm(orderFormInput(form), context, language);
  return {
    code,
    orderId: idFor(setting, 'order'),
    ...agreed,
    ...(messageReference !== undefined && { messageReference }),
    ...(sendToAdmin !== undefined && { sendToAdmin }),
    // An unconfirmed one has been refused with the form's other warnings.
    confirmsSecondOrder: orderIdsIn(setting).length > 0,
  };
}
