import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { cardDecider } from '#domain/card/card.decider';
import type { Card } from '#domain/card/card';
import type { ClaimCard } from '#domain/card/card.commands';
import { CardIsUnknown } from '#domain/card/card.errors';
import { openRoundOf } from '#domain/campaign/campaign';
import { gateRefusal } from '#domain/dial-gate/dial-gate';
import { entryOf } from '#domain/card/status';
import { cardStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { GateSurroundings } from '../calls/gate-surroundings.js';
import { CampaignLookup } from '../shared/campaign-lookup.js';
import { idOfMade } from '../shared/request-cause.js';
import { saved, type Saved } from '../shared/saved.js';
import { cardAnswer, type CardAnswer } from './card-answer.js';

/** Claims a card that was found by search: its time and rest are set aside, nothing else is. */
export class OpenCard extends Command<Saved<CardAnswer>> {
  constructor(
    readonly cardId: string,
    readonly roundId: string,
    readonly cause: Cause,
  ) {
    super();
  }
}

@CommandHandler(OpenCard)
export class OpenCardHandler implements ICommandHandler<OpenCard> {
  constructor(
    private readonly runner: DecisionRunner,
    private readonly campaigns: CampaignLookup,
    private readonly surroundings: GateSurroundings,
  ) {}

  async execute({ cardId, roundId, cause }: OpenCard): Promise<Saved<CardAnswer>> {
    const ask = (card: Card): Promise<ClaimCard> => this.claimOf(card, roundId, cause);
    const decision = await this.runner.run(cardDecider, cardStream(cardId), ask, cause);
    return saved(cardAnswer(cardId, decision.state, cause.occurredAt), decision);
  }

  private async claimOf(card: Card, roundId: string, cause: Cause): Promise<ClaimCard> {
    if (!card.imported) throw new CardIsUnknown();
    const campaign = await this.campaigns.of(entryOf(card, roundId).campaignId);
    openRoundOf(campaign, roundId);
    const claim = { roundId, callerId: cause.actor, settings: campaign.settings, now: cause.occurredAt };
    const refusal = gateRefusal('opening', { ...claim, card, ...(await this.surroundings.of(card)) });
    if (refusal) throw refusal;
    return { type: 'ClaimCard', data: { ...claim, claimId: idOfMade(cause), openedBySearch: true } };
  }
}
