import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { readOrderSales } from '#read-models/reports/read-order-sales';
import type { Sales } from '#read-models/reports/sales';
import { salesDefinitions, salesGroupDefinitions } from '#read-models/reports/sales-definitions';
import { ReadStore } from '#read-models/store/read-store';
import { ChosenRounds } from '../figures/chosen-rounds.js';
import { withNames } from '../shared/names.js';
import { behindPath } from './behind.js';
import type { OrdersReportDto, SalesDto } from './orders-report.dto.js';
import { percentOf } from './percent.js';
import type { OrdersReportAskedDto } from './reports-asked.dto.js';

const definitions = { groups: salesGroupDefinitions, measures: salesDefinitions };

export class GetOrdersReport extends Query<OrdersReportDto> {
  constructor(readonly asked: OrdersReportAskedDto) {
    super();
  }
}

@QueryHandler(GetOrdersReport)
export class GetOrdersReportHandler implements IQueryHandler<GetOrdersReport> {
  constructor(
    private readonly views: ReadStore,
    private readonly rounds: ChosenRounds,
  ) {}

  async execute({ asked }: GetOrdersReport): Promise<OrdersReportDto> {
    const roundIds = await this.rounds.orEvery(asked);
    const { groups, totals } = await readOrderSales(this.views, { ...asked, roundIds }, asked.groupBy ?? []);
    const rows = groups.map(({ group, measures }) => ({
      ...group,
      ...salesShown(measures),
      behind: behindPath('orders', asked, group),
    }));
    return { rows: await withNames(this.views, rows), totals: salesShown(totals), definitions };
  }
}

function salesShown(sales: Sales): SalesDto {
  const recurringOrderPercent = percentOf(sales.recurringOrders, sales.orders);
  const recurringValuePercent = percentOf(sales.recurringValueOre, sales.valueOre);
  return {
    ...sales,
    ...(recurringOrderPercent !== undefined && { recurringOrderPercent }),
    ...(recurringValuePercent !== undefined && { recurringValuePercent }),
  };
}
