import { applyDecorators, Controller, Get, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Roles } from '../shared/access.decorators.js';
import { asAttachment, CSV_TYPE } from '../shared/csv.js';
import { ClientLanguage } from '../shared/language.decorator.js';
import type { Language } from '../texts/texts.js';
import { WriteExport, type ExportName } from './write-export.query.js';

const Csv = (summary: string): MethodDecorator =>
  applyDecorators(
    Roles('lead', 'admin', 'auditor'),
    ApiOperation({ summary: `${summary}, for a spreadsheet, with headings in the language of the client` }),
    ApiProduces('text/csv'),
    ApiOkResponse({ schema: { type: 'string' } }),
  );

/** Whole lists as files, written while they are read. */
@ApiTags('exports')
@Controller('exports')
export class ExportController {
  constructor(private readonly queries: QueryBus) {}

  @Get('cards.csv')
  @Csv('All cards with their state in each round')
  cards(@ClientLanguage() language: Language): Promise<StreamableFile> {
    return this.file('cards', language);
  }

  @Get('outcomes.csv')
  @Csv('All outcomes as they were recorded; a correction (R21) is a line of its own')
  outcomes(@ClientLanguage() language: Language): Promise<StreamableFile> {
    return this.file('outcomes', language);
  }

  @Get('orders.csv')
  @Csv('All orders as they hold now, the cancelled ones too')
  orders(@ClientLanguage() language: Language): Promise<StreamableFile> {
    return this.file('orders', language);
  }

  @Get('cases.csv')
  @Csv('All cases of the admin inbox, open ones first')
  cases(@ClientLanguage() language: Language): Promise<StreamableFile> {
    return this.file('cases', language);
  }

  @Get('blocks.csv')
  @Csv('All blocks (R6), the lifted ones too')
  blocks(@ClientLanguage() language: Language): Promise<StreamableFile> {
    return this.file('blocks', language);
  }

  @Get('callbacks.csv')
  @Csv('All promises to return that stand (R24)')
  callbacks(@ClientLanguage() language: Language): Promise<StreamableFile> {
    return this.file('callbacks', language);
  }

  @Get('rounds.csv')
  @Csv('All rounds and what they came to')
  rounds(@ClientLanguage() language: Language): Promise<StreamableFile> {
    return this.file('rounds', language);
  }

  @Get('accounts.csv')
  @Csv('All accounts')
  accounts(@ClientLanguage() language: Language): Promise<StreamableFile> {
    return this.file('accounts', language);
  }

  private async file(name: ExportName, language: Language): Promise<StreamableFile> {
    const csv = await this.queries.execute(new WriteExport(name, language));
    return new StreamableFile(csv, { type: CSV_TYPE, disposition: asAttachment(name) });
  }
}
