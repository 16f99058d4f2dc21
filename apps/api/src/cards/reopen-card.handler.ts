import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { cardDecider } from '#domain/card/card.decider';
import type { Card } from '#domain/card/card';
import type { ReopenCard as ReopenOnCard } from '#domain/card/card.commands';
import { openRoundOf } from '#domain/campaign/campaign';
import { CardIsUnknown } from '#domain/card/card.errors';
import { entryOf } from '#domain/card/status';
import { gateRefusal } from '#domain/dial-gate/dial-gate';
import { cardStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { GateSurroundings } from '../calls/gate-surroundings.js';
import { CampaignLookup } from '../shared/campaign-lookup.js';
import { roleOf } from '../shared/request-cause.js';
import { saved, type Saved } from '../shared/saved.js';
import { cardAnswer, type CardAnswer } from './card-answer.js';
import type { ReopenCardDto } from './card-requests.dto.js';

export class ReopenCard extends Command<Saved<CardAnswer>> {
  constructor(
    readonly cardId: string,
    readonly reopening: ReopenCardDto,
    readonly cause: Cause,
  ) {
    super();
  }
}

/** R6: reopening is a gate of its own: nothing opens past a block. */
@CommandHandler(ReopenCard)
export class ReopenCardHandler implements ICommandHandler<ReopenCard> {
  constructor(
    private readonly runner: DecisionRunner,
    private readonly campaigns: CampaignLookup,
    private readonly surroundings: GateSurroundings,
  ) {}

  async execute({ cardId, reopening, cause }: ReopenCard): Promise<Saved<CardAnswer>> {
    const ask = (card: Card): Promise<ReopenOnCard> => this.reopeningOf(card, reopening, cause);
    const decision = await this.runner.run(cardDecider, cardStream(cardId), ask, cause);
    return saved(cardAnswer(cardId, decision.state, cause.occurredAt), decision);
  }

  private async reopeningOf(
    card: Card,
    { roundId, cause: why, reason }: ReopenCardDto,
    cause: Cause,
  ): Promise<ReopenOnCard> {
    if (!card.imported) throw new CardIsUnknown();
    const campaign = await this.campaigns.of(entryOf(card, roundId).campaignId);
    openRoundOf(campaign, roundId);
    const { settings } = campaign;
    const by = { roundId, now: cause.occurredAt };
    const surroundings = await this.surroundings.of(card);
    const refusal = gateRefusal('opening', { ...by, callerId: cause.actor, settings, card, ...surroundings });
    if (refusal) throw refusal;
    return {
      type: 'ReopenCard',
      data: { ...by, cause: why, reopenedBy: cause.actor, actorRole: roleOf(cause), reason },
    };
  }
}
