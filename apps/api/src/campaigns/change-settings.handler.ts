import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { campaignDecider } from '#domain/campaign/campaign.decider';
import { campaignStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { CampaignLookup } from '../shared/campaign-lookup.js';
import { saved, type Saved } from '../shared/saved.js';
import type { CampaignSettingsDto } from './campaign.dto.js';

export class ChangeSettings extends Command<Saved<undefined>> {
  constructor(
    readonly campaignId: string,
    readonly settings: CampaignSettingsDto,
    readonly cause: Cause,
  ) {
    super();
  }
}

@CommandHandler(ChangeSettings)
export class ChangeSettingsHandler implements ICommandHandler<ChangeSettings> {
  constructor(
    private readonly decisions: DecisionRunner,
    private readonly campaigns: CampaignLookup,
  ) {}

  async execute({ campaignId, settings, cause }: ChangeSettings): Promise<Saved<undefined>> {
    const data = { settings, changedBy: cause.actor, now: cause.occurredAt };
    const command = { type: 'ChangeSettings', data } as const;
    const decision = await this.decisions.run(campaignDecider, campaignStream(campaignId), command, cause);
    this.campaigns.forget(campaignId);
    return saved(undefined, decision);
  }
}
