import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { conversionDefinitions, conversionGroupDefinitions } from '#read-models/reports/conversion-definitions';
import { readConversion, type Conversion } from '#read-models/reports/read-conversion';
import { ReadStore } from '#read-models/store/read-store';
import { ChosenRounds } from '../figures/chosen-rounds.js';
import { withNames } from '../shared/names.js';
import { behindPath } from './behind.js';
import type { ConversionDto, ConversionMeasuresDto } from './conversion.dto.js';
import { percentOf } from './percent.js';
import type { ConversionReportAskedDto } from './reports-asked.dto.js';

const definitions = { groups: conversionGroupDefinitions, measures: conversionDefinitions };

export class GetConversion extends Query<ConversionDto> {
  constructor(readonly asked: ConversionReportAskedDto) {
    super();
  }
}

@QueryHandler(GetConversion)
export class GetConversionHandler implements IQueryHandler<GetConversion> {
  constructor(
    private readonly views: ReadStore,
    private readonly rounds: ChosenRounds,
  ) {}

  async execute({ asked }: GetConversion): Promise<ConversionDto> {
    const roundIds = await this.rounds.orEvery(asked);
    const { groups, totals } = await readConversion(this.views, { ...asked, roundIds }, asked.groupBy ?? []);
    const rows = groups.map(({ group, measures }) => ({
      ...group,
      ...conversionShown(measures),
      behind: behindPath('conversion', asked, group),
    }));
    return { rows: await withNames(this.views, rows), totals: conversionShown(totals), definitions };
  }
}

function conversionShown(conversion: Conversion): ConversionMeasuresDto {
  const conversionPercent = percentOf(conversion.orders, conversion.calls);
  return { ...conversion, ...(conversionPercent !== undefined && { conversionPercent }) };
}
