import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { campaignDecider } from '#domain/campaign/campaign.decider';
import { campaignStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { idOfMade } from '../shared/request-cause.js';
import { CampaignLookup } from '../shared/campaign-lookup.js';
import { saved, type Saved } from '../shared/saved.js';
import type { OpenRoundDto, RoundMadeDto } from './campaign.dto.js';

export class OpenRound extends Command<Saved<RoundMadeDto>> {
  constructor(
    readonly campaignId: string,
    readonly data: OpenRoundDto,
    readonly cause: Cause,
  ) {
    super();
  }
}

@CommandHandler(OpenRound)
export class OpenRoundHandler implements ICommandHandler<OpenRound> {
  constructor(
    private readonly decisions: DecisionRunner,
    private readonly campaigns: CampaignLookup,
  ) {}

  async execute({ campaignId, data, cause }: OpenRound): Promise<Saved<RoundMadeDto>> {
    const roundId = idOfMade(cause);
    const opening = { ...data, roundId, openedBy: cause.actor, now: cause.occurredAt };
    const command = { type: 'OpenRound', data: opening } as const;
    const decision = await this.decisions.run(campaignDecider, campaignStream(campaignId), command, cause);
    this.campaigns.forget(campaignId);
    return saved({ roundId }, decision);
  }
}
