import { Controller, Get, Header, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { FIELD_OF } from '#read-models/figures/read-figures';
import { RoleMayNot } from '../accounts/access.errors.js';
import { Roles } from '../shared/access.decorators.js';
import { asAttachment, CSV_TYPE } from '../shared/csv.js';
import { ClientLanguage } from '../shared/language.decorator.js';
import { Me } from '../shared/me.decorator.js';
import type { SignedIn } from '../shared/signed-in.js';
import type { Language } from '../texts/texts.js';
import { figuresCsv } from './figures-csv.js';
import { FiguresAskedDto } from './figures-asked.dto.js';
import { FiguresDto } from './figures.dto.js';
import { GetFigures } from './get-figures.query.js';

@ApiTags('figures')
@Controller()
export class FiguresController {
  constructor(private readonly queries: QueryBus) {}

  @Get('figures')
  @Roles('caller', 'lead', 'admin', 'auditor', 'service')
  @ApiOperation({ summary: 'What came of the calls, with the definition of every column' })
  @ApiOkResponse({ type: FiguresDto })
  read(@Query() asked: FiguresAskedDto, @Me() me: SignedIn): Promise<FiguresDto> {
    return this.queries.execute(new GetFigures(permitted(asked, me)));
  }

  @Get('figures.csv')
  @Roles('caller', 'lead', 'admin', 'auditor', 'service')
  @Header('Content-Type', CSV_TYPE)
  @Header('Content-Disposition', asAttachment('figures'))
  @ApiOperation({ summary: 'The rows of the figures for a spreadsheet, with headings in the language of the client' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async readCsv(
    @Query() asked: FiguresAskedDto,
    @Me() me: SignedIn,
    @ClientLanguage() language: Language,
  ): Promise<string> {
    const figures = await this.queries.execute(new GetFigures(permitted(asked, me)));
    return figuresCsv(
      figures,
      (asked.groupBy ?? []).map((dimension) => FIELD_OF[dimension]),
      language,
    );
  }
}

/** A caller sees their own figures only. */
function permitted(asked: FiguresAskedDto, { role, accountId }: SignedIn): FiguresAskedDto {
  if (role !== 'caller') return asked;
  if ((asked.callerId ?? accountId) !== accountId) throw new RoleMayNot(role);
  return { ...asked, callerId: accountId };
}
