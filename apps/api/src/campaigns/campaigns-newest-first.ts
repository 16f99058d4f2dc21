import { campaignList, type CampaignListRow } from '#read-models/campaign-list/campaign-list.projection';
import type { ReadStore } from '#read-models/store/read-store';

/** More campaigns than one installation ever has. */
const AT_MOST = 1000;

export async function campaignsNewestFirst(views: ReadStore): Promise<readonly CampaignListRow[]> {
  const { rows } = await views.seek(campaignList, { index: 'newest', limit: AT_MOST });
  return rows;
}
