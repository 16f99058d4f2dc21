import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { cardDecider } from '#domain/card/card.decider';
import type { Card } from '#domain/card/card';
import type { AddCardNumber } from '#domain/card/card.commands';
import { companyDecider } from '#domain/company/company.decider';
import { numberDecider } from '#domain/number/number.decider';
import { refusalByBlock } from '#domain/number/number-refusals';
import { phoneNumberOf } from '#domain/shared/phone-number';
import type { CardNumber } from '#events/contracts/index';
import { cardStream, companyStream, numberStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { KeyedHash } from '#runtime/keyed-hash';
import { saved, type Saved } from '../shared/saved.js';
import { cardAnswer, type CardAnswer } from './card-answer.js';
import type { AddNumberDto } from './card-requests.dto.js';

export class AddNumber extends Command<Saved<CardAnswer>> {
  constructor(
    readonly cardId: string,
    readonly found: AddNumberDto,
    readonly cause: Cause,
  ) {
    super();
  }
}

/** A number that was found: a call under way goes on; the number that it replaces is dead everywhere. */
@CommandHandler(AddNumber)
export class AddNumberHandler implements ICommandHandler<AddNumber> {
  constructor(
    private readonly runner: DecisionRunner,
    private readonly hash: KeyedHash,
  ) {}

  async execute({ cardId, found, cause }: AddNumber): Promise<Saved<CardAnswer>> {
    const number = this.numberOf(found);
    const { replacesNumberId } = found;
    const addition = { number, addedBy: cause.actor, now: cause.occurredAt };
    const command: AddCardNumber = {
      type: 'AddCardNumber',
      data: { ...addition, ...(replacesNumberId !== undefined && { replacesNumberId }) },
    };
    const ask = async (): Promise<AddCardNumber> => {
      await this.mustNotBeBlocked(number.numberId);
      return command;
    };
    const decision = await this.runner.run(cardDecider, cardStream(cardId), ask, cause);
    await this.tellCompany(cardId, decision.state, number.numberId, cause);
    if (replacesNumberId !== undefined) await this.declareDead(cardId, replacesNumberId, cause);
    return saved(cardAnswer(cardId, decision.state, cause.occurredAt), decision);
  }

  private numberOf({ phone, label }: AddNumberDto): CardNumber {
    const { e164 } = phoneNumberOf(phone);
    return { numberId: this.hash.of('number', e164), e164, ...(label !== undefined && { label }) };
  }

  /** R6: a block holds for the number wherever it turns up. */
  private async mustNotBeBlocked(numberId: string): Promise<void> {
    const { state } = await this.runner.load(numberDecider, numberStream(numberId));
    const refusal = refusalByBlock(state);
    if (refusal) throw refusal;
  }

  /** So that a block of the company reaches the number too. */
  private async tellCompany(cardId: string, { companyId }: Card, numberId: string, cause: Cause): Promise<void> {
    if (companyId === undefined) return;
    const data = { cardId, numberId, now: cause.occurredAt };
    const step = followingFrom(cause, `known/${numberId}`);
    await this.runner.run(companyDecider, companyStream(companyId), { type: 'KnowNumber', data }, step);
  }

  private async declareDead(cardId: string, numberId: string, cause: Cause): Promise<void> {
    const data = { cardId, declaredBy: cause.actor, now: cause.occurredAt };
    const step = followingFrom(cause, `dead/${numberId}`);
    await this.runner.run(numberDecider, numberStream(numberId), { type: 'DeclareDead', data }, step);
  }
}
