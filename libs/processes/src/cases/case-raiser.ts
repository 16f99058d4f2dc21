import { caseDecider } from '#domain/case/case.decider';
import type { RaiseCase } from '#domain/case/case.commands';
import type { Raising } from '#domain/case/raising';
import { cardDecider } from '#domain/card/card.decider';
import type { Card } from '#domain/card/card';
import { numbersOf } from '#domain/card/numbers-of';
import { orderDecider } from '#domain/order-life/order-life.decider';
import type { AterkomEvent, CaseSubject } from '#events/contracts/index';
import { cardStream, caseStream, orderStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { Recorded } from '#events/store/recorded-event';
import { caseIdOf } from './case-id.js';

/** R7, R16: raises cases, each once, with what admin needs beside the fact itself. */
export class CaseRaiser {
  constructor(private readonly runner: DecisionRunner) {}

  async raise(raisings: readonly Raising[], source: Recorded<AterkomEvent>, cause: Cause): Promise<void> {
    for (const raising of raisings) {
      const caseId = caseIdOf(raising.key);
      const command = await this.commandOf(raising, source, cause);
      await this.runner.run(caseDecider, caseStream(caseId), command, followingFrom(cause, `case/${caseId}`));
    }
  }

  private async commandOf(
    raising: Raising,
    source: Recorded<AterkomEvent>,
    { occurredAt: now }: Cause,
  ): Promise<RaiseCase> {
    const { key: _, numberId, subject: known, ...rest } = raising;
    const ofOrder = await this.withOrder(known);
    const card = ofOrder.cardId === undefined ? undefined : await this.cardOf(ofOrder.cardId);
    const subject = { ...(card && roundOf(card, ofOrder.orderId)), ...ofOrder };
    const { actor: raisedBy, occurredAt: raisedAt } = source.metadata;
    const said = { ...(card && factsOf(card, numberId)), ...rest };
    const company = card?.companyId !== undefined && { companyId: card.companyId };
    const data = { ...said, subject: { ...company, ...subject }, sourceEventId: source.id, raisedBy, raisedAt, now };
    return { type: 'RaiseCase', data };
  }

  /** An order knows its card and its round. */
  private async withOrder(subject: CaseSubject): Promise<CaseSubject> {
    if (subject.orderId === undefined || subject.roundId !== undefined) return subject;
    const { state } = await this.runner.load(orderDecider, orderStream(subject.orderId));
    if (state.status === 'unregistered') return subject;
    const { cardId, companyId, campaignId, roundId } = state.origin;
    return { cardId, ...(companyId !== undefined && { companyId }), campaignId, roundId, ...subject };
  }

  private async cardOf(cardId: string): Promise<Card> {
    return (await this.runner.load(cardDecider, cardStream(cardId))).state;
  }
}

/** An order that is not yet registered stands on its card, under the round that it was taken in. */
function roundOf({ rounds }: Card, orderId: string | undefined): Pick<CaseSubject, 'campaignId' | 'roundId'> {
  const entry = rounds.find(({ orderIds }) => orderId !== undefined && orderIds.includes(orderId));
  return entry ? { campaignId: entry.campaignId, roundId: entry.roundId } : {};
}

/** R7: the number that was called and the customer number, as the card knows them. */
function factsOf(
  card: Card,
  numberId: string | undefined,
): Pick<RaiseCase['data'], 'number' | 'existingCustomerNumber'> {
  const { existingCustomerNumber } = card;
  const number = numbersOf(card).find((one) => one.numberId === numberId)?.e164;
  return {
    ...(number !== undefined && { number }),
    ...(existingCustomerNumber !== undefined && { existingCustomerNumber }),
  };
}
