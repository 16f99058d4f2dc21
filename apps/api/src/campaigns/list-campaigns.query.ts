import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { campaignList } from '#read-models/campaign-list/campaign-list.projection';
import { ReadStore } from '#read-models/store/read-store';
import type { CampaignDto } from './campaign.dto.js';

/** More campaigns than one installation ever has. */
const AT_MOST = 1000;

export class ListCampaigns extends Query<readonly CampaignDto[]> {}

@QueryHandler(ListCampaigns)
export class ListCampaignsHandler implements IQueryHandler<ListCampaigns> {
  constructor(private readonly views: ReadStore) {}

  async execute(): Promise<readonly CampaignDto[]> {
    const { rows } = await this.views.seek(campaignList, { index: 'newest', limit: AT_MOST });
    return rows.map(({ key, name, settings, rounds }) => ({ campaignId: key, name, settings, rounds }));
  }
}
