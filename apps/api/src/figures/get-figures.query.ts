import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { callsPerCardDefinitions, groupDefinitions, measureDefinitions } from '#read-models/figures/figure-definitions';
import { readCallsPerCard } from '#read-models/figures/read-calls-per-card';
import { readFigures } from '#read-models/figures/read-figures';
import { ReadStore } from '#read-models/store/read-store';
import { withNames } from '../shared/names.js';
import { ChosenRounds } from './chosen-rounds.js';
import type { FiguresAskedDto } from './figures-asked.dto.js';
import type { FiguresDto } from './figures.dto.js';
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
  constructor(
    private readonly views: ReadStore,
    private readonly rounds: ChosenRounds,
  ) {}

  async execute({ asked }: GetFigures): Promise<FiguresDto> {
    const chosen = await this.rounds.chosen(asked);
    const { groups, totals } = await readFigures(this.views, {
      ...asked,
      groupBy: asked.groupBy ?? [],
      ...(chosen && { roundIds: chosen }),
    });
    const callsPerCard = await readCallsPerCard(this.views, chosen ?? (await this.rounds.every()));
    return {
      rows: await withNames(
        this.views,
        groups.map(({ group, measures }) => ({ ...group, ...measuresShown(measures) })),
      ),
      totals: measuresShown(totals),
      cards: callsPerCard.reduce((sum, { cards }) => sum + cards, 0),
      callsPerCard,
      definitions,
    };
  }
}
