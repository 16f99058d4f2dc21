import { Injectable } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import type { CaseSubject } from '#events/contracts/index';
import type { Cause } from '#events/deciding/cause';
import { BlockByHand } from '../blocks/block-by-hand.handler.js';
import { CeaseCompany } from '../blocks/cease-company.handler.js';
import { DecideForCompany } from '../blocks/decide-for-company.handler.js';
import { AddNumber } from '../cards/add-number.handler.js';
import { AskCard } from '../cards/ask-card.handler.js';
import { AskOrder } from '../orders/ask-order.handler.js';
import type { Saved } from '../shared/saved.js';
import type { ResolveCaseDto } from './case-requests.dto.js';
import { PhoneMissing } from './cases.errors.js';

/** What is done about a case, by the commands that do it elsewhere: the same rules, the same events. Done twice it changes nothing; a cure the second time is refused, for there is nothing left to cure. */
@Injectable()
export class CaseEffects {
  constructor(private readonly commands: CommandBus) {}

  /** That the subject has what the effect needs has been decided before. @throws whatever refuses the effect */
  async apply(asked: ResolveCaseDto, subject: CaseSubject, cause: Cause): Promise<readonly Saved<unknown>[]> {
    const command = commandOf(asked, subject, cause);
    return command ? [await this.commands.execute(command)] : [];
  }
}

function commandOf(
  { effect, comment: reason, phone, replacesNumberId }: ResolveCaseDto,
  { cardId = '', companyId = '', blockId = '', orderId = '' }: CaseSubject,
  cause: Cause,
): Command<Saved<unknown>> | undefined {
  const { actor, occurredAt: now } = cause;
  switch (effect) {
    case 'card-cured':
      return new AskCard(cardId, { type: 'CureCard', data: { curedBy: actor, reason } }, cause);
    case 'number-added': {
      if (phone === undefined) throw new PhoneMissing();
      return new AddNumber(cardId, { phone, ...(replacesNumberId !== undefined && { replacesNumberId }) }, cause);
    }
    case 'company-ceased':
      return new CeaseCompany(companyId, reason, cause);
    case 'workplace-blocked':
      return new BlockByHand({ cardId, scope: 'workplace', reason }, cause);
    case 'company-blocked':
      return new DecideForCompany(blockId, { blockWholeCompany: true, reason }, cause);
    case 'company-block-dismissed':
      return new DecideForCompany(blockId, { blockWholeCompany: false, reason }, cause);
    case 'company-number-accepted':
      return new AskOrder(orderId, { type: 'AcceptCompanyNumber', data: { acceptedBy: actor, reason, now } }, cause);
    case 'mail-asked-again':
      return new AskOrder(orderId, { type: 'AskMailAgain', data: { askedBy: actor, reason, now } }, cause);
    case 'other':
      return undefined;
  }
}
