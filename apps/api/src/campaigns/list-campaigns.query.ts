import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadStore } from '#read-models/store/read-store';
import type { CampaignDto } from './campaign.dto.js';
import { campaignsNewestFirst } from './campaigns-newest-first.js';

export class ListCampaigns extends Query<readonly CampaignDto[]> {}

@QueryHandler(ListCampaigns)
export class ListCampaignsHandler implements IQueryHandler<ListCampaigns> {
  constructor(private readonly views: ReadStore) {}

  async execute(): Promise<readonly CampaignDto[]> {
    const campaigns = await campaignsNewestFirst(this.views);
    return campaigns.map(({ key, name, settings, rounds }) => ({ campaignId: key, name, settings, rounds }));
  }
}
