import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { companyNumberOf } from '#domain/shared/company-number';
import { nameKey } from '#domain/shared/name-key';
import type { OrderRow } from '#read-models/orders/order-row';
import { orders } from '#read-models/orders/orders.projection';
import { ReadStore, type Range } from '#read-models/store/read-store';
import { SearchNeedsOneTerm } from '../search/search.errors.js';
import { accountNames } from '../shared/names.js';
import type { OrderSearchDto, OrdersDto } from './order-list.dto.js';
import { orderListed } from './orders-shown.js';

const FOUND_AT_MOST = 50;
/** After every letter that a name can hold. */
const BEYOND_LETTERS = '\uffff';

export class SearchOrders extends Query<OrdersDto> {
  constructor(readonly search: OrderSearchDto) {
    super();
  }
}

@QueryHandler(SearchOrders)
export class SearchOrdersHandler implements IQueryHandler<SearchOrders> {
  constructor(private readonly views: ReadStore) {}

  async execute({ search }: SearchOrders): Promise<OrdersDto> {
    const { rows } = await this.views.seek(orders, { ...rangeOf(search), limit: FOUND_AT_MOST });
    const callers = rows.map(({ callerId }) => callerId);
    const names = await accountNames(this.views, callers);
    return { orders: rows.map(({ key, state }) => orderListed(key, state, names)) };
  }
}

/** @throws SearchNeedsOneTerm, CompanyNumberUnreadable, CompanyNumberImpossible */
function rangeOf({ name, companyNumber }: OrderSearchDto): Range<OrderRow> {
  if (companyNumber !== undefined && name === undefined)
    return { index: 'of-company', equals: { companyNumber: companyNumberOf(companyNumber).digits } };
  const beginning = nameKey(name ?? '');
  if (companyNumber !== undefined || beginning === '') throw new SearchNeedsOneTerm();
  return { index: 'by-name', from: beginning, to: beginning + BEYOND_LETTERS };
}
