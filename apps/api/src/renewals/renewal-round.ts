import { openRoundOf } from '#domain/campaign/campaign';
import { seasonOf } from '#domain/renewal/season';
import { localOf } from '#domain/shared/swedish-calendar';
import type { RenewalRound } from '#processes/renewals/renewal-orders';
import type { CampaignLookup } from '../shared/campaign-lookup.js';

/** @throws RoundUnknown, RoundIsClosed */
export async function renewalRoundOf(campaigns: CampaignLookup, roundId: string): Promise<RenewalRound> {
  const campaignId = await campaigns.idOfRound(roundId);
  const campaign = await campaigns.of(campaignId);
  const { openedAt } = openRoundOf(campaign, roundId);
  return { campaignId, roundId, season: seasonOf(localOf(openedAt).date), settings: campaign.settings };
}
