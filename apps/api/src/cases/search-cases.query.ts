import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { cases } from '#read-models/cases/cases.projection';
import { ReadStore } from '#read-models/store/read-store';
import { Clock } from '#runtime/clock';
import { SearchCards } from '../search/search-cards.query.js';
import type { CardSearchDto } from '../search/search.dto.js';
import type { CasesDto } from './case.dto.js';
import { caseShown, namesIn } from './cases-shown.js';

const OF_EACH_CARD = 20;

export class SearchCases extends Query<CasesDto> {
  constructor(readonly search: CardSearchDto) {
    super();
  }
}

/** The cases of the cards that a search finds. */
@QueryHandler(SearchCases)
export class SearchCasesHandler implements IQueryHandler<SearchCases> {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: ReadStore,
    private readonly clock: Clock,
  ) {}

  async execute({ search }: SearchCases): Promise<CasesDto> {
    const { cards } = await this.queries.execute(new SearchCards(search));
    const pages = await Promise.all(
      cards.map(({ cardId }) => this.views.seek(cases, { index: 'of-card', equals: { cardId }, limit: OF_EACH_CARD })),
    );
    const rows = pages.flatMap((page) => page.rows);
    const names = await namesIn(
      this.views,
      rows.map(({ state }) => state),
    );
    const now = this.clock.now();
    return { cases: rows.map(({ key, state }) => caseShown(key, state, names, now)) };
  }
}
