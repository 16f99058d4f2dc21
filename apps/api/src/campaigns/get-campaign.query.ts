import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { campaignDecider } from '#domain/campaign/campaign.decider';
import { CampaignUnknown } from '#domain/campaign/campaign.errors';
import { campaignStream } from '#events/contracts/stream-names';
import { DecisionRunner } from '#events/deciding/decision-runner';
import type { CampaignDto } from './campaign.dto.js';

export class GetCampaign extends Query<CampaignDto> {
  constructor(readonly campaignId: string) {
    super();
  }
}

/** From the campaign's own stream, which is short, so that it is never behind. */
@QueryHandler(GetCampaign)
export class GetCampaignHandler implements IQueryHandler<GetCampaign> {
  constructor(private readonly decisions: DecisionRunner) {}

  async execute({ campaignId }: GetCampaign): Promise<CampaignDto> {
    const { state } = await this.decisions.load(campaignDecider, campaignStream(campaignId));
    if (!state.isCreated) throw new CampaignUnknown();
    const { name, settings, rounds } = state;
    return { campaignId, name, settings, rounds };
  }
}
