import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadStore } from '#read-models/store/read-store';
import type { RoundInListDto } from './campaign.dto.js';
import { campaignsNewestFirst } from './campaigns-newest-first.js';

export class ListRounds extends Query<readonly RoundInListDto[]> {}

@QueryHandler(ListRounds)
export class ListRoundsHandler implements IQueryHandler<ListRounds> {
  constructor(private readonly views: ReadStore) {}

  async execute(): Promise<readonly RoundInListDto[]> {
    const campaigns = await campaignsNewestFirst(this.views);
    return campaigns.flatMap(({ key: campaignId, name: campaignName, rounds }) =>
      rounds.toReversed().map((round) => ({ ...round, campaignId, campaignName })),
    );
  }
}
