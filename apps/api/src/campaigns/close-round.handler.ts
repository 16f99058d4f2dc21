import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { campaignDecider } from '#domain/campaign/campaign.decider';
import { campaignStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { CampaignLookup } from '../shared/campaign-lookup.js';
import { saved, type Saved } from '../shared/saved.js';

export class CloseRound extends Command<Saved<undefined>> {
  constructor(
    readonly campaignId: string,
    readonly roundId: string,
    readonly cause: Cause,
  ) {
    super();
  }
}

@CommandHandler(CloseRound)
export class CloseRoundHandler implements ICommandHandler<CloseRound> {
  constructor(
    private readonly decisions: DecisionRunner,
    private readonly campaigns: CampaignLookup,
  ) {}

  async execute({ campaignId, roundId, cause }: CloseRound): Promise<Saved<undefined>> {
    const data = { roundId, closedBy: cause.actor, now: cause.occurredAt };
    const command = { type: 'CloseRound', data } as const;
    const decision = await this.decisions.run(campaignDecider, campaignStream(campaignId), command, cause);
    this.campaigns.forget(campaignId);
    return saved(undefined, decision);
  }
}
