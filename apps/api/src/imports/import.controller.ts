import { Controller, Get, Headers, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiAcceptedResponse, ApiBody, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Cause } from '#events/deciding/cause';
import { Roles } from '../shared/access.decorators.js';
import { asAttachment, CSV_TYPE } from '../shared/csv.js';
import { AcceptsFiles } from '../shared/file-body.js';
import { Id } from '../shared/id.pipe.js';
import { ClientLanguage } from '../shared/language.decorator.js';
import { RequestCause } from '../shared/request-cause.js';
import type { Saved } from '../shared/saved.js';
import type { Language } from '../texts/texts.js';
import { GetImport } from './get-import.query.js';
import { FileFormDto, ImportBegunDto, ImportDto, ImportPreviewDto, ImportRowsDto, RowsAskedDto } from './import.dto.js';
import { ListImportRows } from './list-import-rows.query.js';
import { PreviewImport } from './preview-import.query.js';
import { StartImport } from './start-import.handler.js';
import { Uploads } from './uploads.js';
import { WriteImportRows } from './write-import-rows.query.js';

const OK = 200;
const ACCEPTED = 202;

@ApiTags('imports')
@Controller()
export class ImportController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly uploads: Uploads,
  ) {}

  @Post('rounds/:roundId/imports/preview')
  @Roles('lead', 'admin', 'service')
  @AcceptsFiles()
  @HttpCode(OK)
  @ApiOperation({ summary: 'How a file would be read, with the verdicts on its first rows; changes nothing' })
  @ApiBody({ type: FileFormDto })
  @ApiOkResponse({ type: ImportPreviewDto })
  preview(
    @Id('roundId') roundId: string,
    @Req() request: FastifyRequest,
    @RequestCause() cause: Cause,
    @ClientLanguage() language: Language,
  ): Promise<ImportPreviewDto> {
    return this.uploads.use(request, (upload) =>
      this.queries.execute(new PreviewImport(roundId, upload, language, cause)),
    );
  }

  @Post('rounds/:roundId/imports')
  @Roles('lead', 'admin', 'service')
  @AcceptsFiles()
  @HttpCode(ACCEPTED)
  @ApiOperation({ summary: 'Import a file into the round; the same file again answers with the same import' })
  @ApiBody({ type: FileFormDto })
  @ApiAcceptedResponse({ type: ImportBegunDto })
  start(
    @Id('roundId') roundId: string,
    @Req() request: FastifyRequest,
    @RequestCause() cause: Cause,
    @Headers('idempotency-key') key?: string,
  ): Promise<Saved<ImportBegunDto>> {
    return this.uploads.use(request, (upload) =>
      this.commands.execute(new StartImport(roundId, upload, key !== undefined, cause)),
    );
  }

  @Get('imports/:importId')
  @Roles('lead', 'admin', 'auditor', 'service')
  @ApiOperation({ summary: 'How far an import has come' })
  @ApiOkResponse({ type: ImportDto })
  get(@Id('importId') importId: string): Promise<Saved<ImportDto>> {
    return this.queries.execute(new GetImport(importId));
  }

  @Get('imports/:importId/rows')
  @Roles('lead', 'admin', 'auditor', 'service')
  @ApiOperation({ summary: 'What came of the rows reported so far, in the order of the file' })
  @ApiOkResponse({ type: ImportRowsDto })
  listRows(
    @Id('importId') importId: string,
    @Query() asked: RowsAskedDto,
    @ClientLanguage() language: Language,
  ): Promise<ImportRowsDto> {
    return this.queries.execute(new ListImportRows(importId, asked, language));
  }

  @Get('imports/:importId/rows.csv')
  @Roles('lead', 'admin', 'auditor', 'service')
  @ApiOperation({ summary: 'The report of all rows for a spreadsheet, with texts in the language of the client' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async writeRows(@Id('importId') importId: string, @ClientLanguage() language: Language): Promise<StreamableFile> {
    const csv = await this.queries.execute(new WriteImportRows(importId, language));
    return new StreamableFile(csv, { type: CSV_TYPE, disposition: asAttachment(`import-${importId}`) });
  }
}
