import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { cardDecider } from '#domain/card/card.decider';
import type { Card } from '#domain/card/card';
import type { CardCommand } from '#domain/card/card.commands';
import type { CampaignSettings } from '#events/contracts/index';
import { cardStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { saved, type Saved } from '../shared/saved.js';
import { CampaignLookup } from '../shared/campaign-lookup.js';
import { cardAnswer, type CardAnswer } from './card-answer.js';

/** The commands that concern the card alone. */
type PlainCommand = Extract<
  CardCommand,
  {
    type:
      | 'RenewClaim'
      | 'ReleaseClaim'
      | 'BreakClaim'
      | 'SkipCard'
      | 'AllowFurtherAttempt'
      | 'CureCard'
      | 'CorrectWorkplace'
      | 'AddNote';
  }
>;

type Asked<C extends PlainCommand> = C extends PlainCommand
  ? { readonly type: C['type']; readonly data: Omit<C['data'], 'now' | 'settings'> }
  : never;

/** A plain command as a request states it: what is asked, without what only the server knows. */
export type CardRequest = Asked<PlainCommand>;

/** Asks a card for one of its plain commands: no other stream takes part. */
export class AskCard extends Command<Saved<CardAnswer>> {
  constructor(
    readonly cardId: string,
    readonly request: CardRequest,
    readonly cause: Cause,
  ) {
    super();
  }
}

@CommandHandler(AskCard)
export class AskCardHandler implements ICommandHandler<AskCard> {
  constructor(
    private readonly runner: DecisionRunner,
    private readonly campaigns: CampaignLookup,
  ) {}

  async execute({ cardId, request, cause }: AskCard): Promise<Saved<CardAnswer>> {
    const command = async (card: Card): Promise<CardCommand> => this.complete(request, card, cause);
    const decision = await this.runner.run(cardDecider, cardStream(cardId), command, cause);
    return saved(cardAnswer(cardId, decision.state, cause.occurredAt), decision);
  }

  /** Time, and where a rule needs them the settings of the campaign that the card is being worked on for. */
  private async complete({ type, data }: CardRequest, card: Card, { occurredAt: now }: Cause): Promise<CardCommand> {
    switch (type) {
      case 'RenewClaim':
        return { type, data: { ...data, now, settings: await this.settingsIn(card, card.claim?.roundId) } };
      case 'AllowFurtherAttempt':
        return { type, data: { ...data, now, settings: await this.settingsIn(card, data.roundId) } };
      case 'ReleaseClaim':
        return { type, data: { ...data, now } };
      case 'BreakClaim':
        return { type, data: { ...data, now } };
      case 'SkipCard':
        return { type, data: { ...data, now } };
      case 'CureCard':
        return { type, data: { ...data, now } };
      case 'CorrectWorkplace':
        return { type, data: { ...data, now } };
      case 'AddNote':
        return { type, data: { ...data, now } };
    }
  }

  private async settingsIn(card: Card, roundId: string | undefined): Promise<CampaignSettings> {
    return (await this.campaigns.inWhich(card, roundId)).settings;
  }
}
