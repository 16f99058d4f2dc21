import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { defaultSettings } from '#domain/campaign/campaign-settings';
import { campaignDecider } from '#domain/campaign/campaign.decider';
import { campaignStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { idOfMade } from '../shared/request-cause.js';
import { saved, type Saved } from '../shared/saved.js';
import type { CampaignMadeDto, CreateCampaignDto } from './campaign.dto.js';

export class CreateCampaign extends Command<Saved<CampaignMadeDto>> {
  constructor(
    readonly data: CreateCampaignDto,
    readonly cause: Cause,
  ) {
    super();
  }
}

@CommandHandler(CreateCampaign)
export class CreateCampaignHandler implements ICommandHandler<CreateCampaign> {
  constructor(private readonly decisions: DecisionRunner) {}

  async execute({
    data: { name, settings = defaultSettings },
    cause,
  }: CreateCampaign): Promise<Saved<CampaignMadeDto>> {
    const campaignId = idOfMade(cause);
    const data = { name, settings, createdBy: cause.actor, now: cause.occurredAt };
    const command = { type: 'CreateCampaign', data } as const;
    return saved({ campaignId }, await this.decisions.run(campaignDecider, campaignStream(campaignId), command, cause));
  }
}
