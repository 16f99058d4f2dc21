import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { companyNumberOf } from '#domain/shared/company-number';
import type { CaseRow } from '#read-models/cases/case-row';
import { cases } from '#read-models/cases/cases.projection';
import { orders } from '#read-models/orders/orders.projection';
import { ReadStore, type Range } from '#read-models/store/read-store';
import { Clock } from '#runtime/clock';
import { SearchCards } from '../search/search-cards.query.js';
import type { CardSearchDto } from '../search/search.dto.js';
import type { CasesDto } from './case.dto.js';
import { caseShown, namesIn } from './cases-shown.js';

const OF_EACH = 20;
const ORDERS_AT_MOST = 20;

export class SearchCases extends Query<CasesDto> {
  constructor(readonly search: CardSearchDto) {
    super();
  }
}

/** The cases of the cards that a search finds, and by company number of the orders that have it. */
@QueryHandler(SearchCases)
export class SearchCasesHandler implements IQueryHandler<SearchCases> {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: ReadStore,
    private readonly clock: Clock,
  ) {}

  async execute({ search }: SearchCases): Promise<CasesDto> {
    const { cards } = await this.queries.execute(new SearchCards(search));
    const found = await Promise.all([
      ...cards.map(({ cardId }) => this.casesOf({ index: 'of-card', equals: { cardId } })),
      ...(await this.ordersOf(search)).map((orderId) => this.casesOf({ index: 'of-order', equals: { orderId } })),
    ]);
    const rows = [...new Map(found.flat().map((row) => [row.key, row])).values()];
    const names = await namesIn(
      this.views,
      rows.map(({ state }) => state),
    );
    const now = this.clock.now();
    return { cases: rows.map(({ key, state }) => caseShown(key, state, names, now)) };
  }

  private async casesOf(range: Range<CaseRow>): Promise<readonly CaseRow[]> {
    return (await this.views.seek(cases, { ...range, limit: OF_EACH })).rows;
  }

  /** The customer's number on the order may be one that the card has not. */
  private async ordersOf({ companyNumber, limit = ORDERS_AT_MOST }: CardSearchDto): Promise<readonly string[]> {
    if (companyNumber === undefined) return [];
    const equals = { companyNumber: companyNumberOf(companyNumber).digits };
    const { rows } = await this.views.seek(orders, { index: 'of-company', equals, limit });
    return rows.map(({ key }) => key);
  }
}
