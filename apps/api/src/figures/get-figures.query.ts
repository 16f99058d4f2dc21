import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CampaignUnknown, RoundUnknown } from '#domain/campaign/campaign.errors';
import { accountList } from '#read-models/account-list/account-list.projection';
import { campaignList } from '#read-models/campaign-list/campaign-list.projection';
import { callsPerCardDefinitions, groupDefinitions, measureDefinitions } from '#read-models/figures/figure-definitions';
import { readCallsPerCard } from '#read-models/figures/read-calls-per-card';
import { readFigures, type FigureGroup } from '#read-models/figures/read-figures';
import { rounds } from '#read-models/rounds/rounds.projection';
import { ReadStore } from '#read-models/store/read-store';
import { campaignsNewestFirst } from '../campaigns/campaigns-newest-first.js';
import type { FiguresAskedDto } from './figures-asked.dto.js';
import type { FigureRowDto, FiguresDto } from './figures.dto.js';
import { measuresShown } from './measures-shown.js';

const definitions = {
  groups: groupDefinitions,
  measures: measureDefinitions,
  callsPerCard: callsPerCardDefinitions,
};

export class GetFigures extends Query<FiguresDto> {
  constructor(readonly asked: FiguresAskedDto) {
    super();
  }
}

@QueryHandler(GetFigures)
export class GetFiguresHandler implements IQueryHandler<GetFigures> {
  constructor(private readonly views: ReadStore) {}

  async execute({ asked: { roundId, campaignId, groupBy = [], ...asked } }: GetFigures): Promise<FiguresDto> {
    const chosen = await this.chosenRounds(roundId, campaignId);
    const { groups, totals } = await readFigures(this.views, {
      ...asked,
      groupBy,
      ...(chosen && { roundIds: chosen }),
    });
    const callsPerCard = await readCallsPerCard(this.views, chosen ?? (await this.everyRound()));
    return {
      rows: await this.named(groups),
      totals: measuresShown(totals),
      cards: callsPerCard.reduce((sum, { cards }) => sum + cards, 0),
      callsPerCard,
      definitions,
    };
  }

  /** Undefined: all. @throws RoundUnknown, CampaignUnknown */
  private async chosenRounds(roundId?: string, campaignId?: string): Promise<readonly string[] | undefined> {
    const ofCampaign = campaignId === undefined ? undefined : await this.roundsOf(campaignId);
    if (roundId === undefined) return ofCampaign;
    const isKnown = ofCampaign?.includes(roundId) ?? (await this.views.get(rounds, roundId)) !== undefined;
    if (!isKnown) throw new RoundUnknown(roundId);
    return [roundId];
  }

  private async roundsOf(campaignId: string): Promise<readonly string[]> {
    const campaign = await this.views.get(campaignList, campaignId);
    if (!campaign) throw new CampaignUnknown();
    return campaign.rounds.map((round) => round.roundId);
  }

  private async everyRound(): Promise<readonly string[]> {
    const campaigns = await campaignsNewestFirst(this.views);
    return campaigns.flatMap((campaign) => campaign.rounds.map(({ roundId }) => roundId));
  }

  private async named(groups: readonly FigureGroup[]): Promise<FigureRowDto[]> {
    const roundIds = [...new Set(groups.flatMap(({ group }) => group.roundId ?? []))];
    const callerIds = [...new Set(groups.flatMap(({ group }) => group.callerId ?? []))];
    const roundNames = new Map((await this.views.getMany(rounds, roundIds)).map(({ key, name }) => [key, name]));
    const callers = await this.views.getMany(accountList, callerIds);
    const callerNames = new Map(callers.map(({ key, displayName }) => [key, displayName]));
    return groups.map(({ group, measures }) => ({
      ...group,
      ...(group.roundId !== undefined && { roundName: roundNames.get(group.roundId) }),
      ...(group.callerId !== undefined && { callerName: callerNames.get(group.callerId) }),
      ...measuresShown(measures),
    }));
  }
}
