import { Injectable } from '@nestjs/common';
import { CampaignUnknown, RoundUnknown } from '#domain/campaign/campaign.errors';
import { campaignList } from '#read-models/campaign-list/campaign-list.projection';
import { rounds } from '#read-models/rounds/rounds.projection';
import { ReadStore } from '#read-models/store/read-store';
import { campaignsNewestFirst } from '../campaigns/campaigns-newest-first.js';
import type { PeriodAskedDto } from './period-asked.dto.js';

/** The rounds that figures are asked of. */
@Injectable()
export class ChosenRounds {
  constructor(private readonly views: ReadStore) {}

  /** Undefined: all. @throws RoundUnknown, CampaignUnknown */
  async chosen({ roundId, campaignId }: PeriodAskedDto): Promise<readonly string[] | undefined> {
    const ofCampaign = campaignId === undefined ? undefined : await this.roundsOf(campaignId);
    if (roundId === undefined) return ofCampaign;
    const isKnown = ofCampaign?.includes(roundId) ?? (await this.views.get(rounds, roundId)) !== undefined;
    if (!isKnown) throw new RoundUnknown(roundId);
    return [roundId];
  }

  async every(): Promise<readonly string[]> {
    const campaigns = await campaignsNewestFirst(this.views);
    return campaigns.flatMap((campaign) => campaign.rounds.map(({ roundId }) => roundId));
  }

  /** In an order that a new round comes last in. @throws RoundUnknown, CampaignUnknown */
  async orEvery(asked: PeriodAskedDto): Promise<readonly string[]> {
    return ((await this.chosen(asked)) ?? (await this.every())).toSorted();
  }

  private async roundsOf(campaignId: string): Promise<readonly string[]> {
    const campaign = await this.views.get(campaignList, campaignId);
    if (!campaign) throw new CampaignUnknown();
    return campaign.rounds.map((round) => round.roundId);
  }
}
