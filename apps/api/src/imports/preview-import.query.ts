import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { KeyedHash } from '#runtime/keyed-hash';
import { CampaignLookup } from '../shared/campaign-lookup.js';
import type { Language } from '../texts/texts.js';
import type { ImportPreviewDto, PreviewedRowDto } from './import.dto.js';
import { proposeMapping } from './mapping/confirm-mapping.js';
import { IMPORT_FIELDS } from './mapping/import-field.js';
import { inspectFile } from './reading/inspect-file.js';
import { shownRow } from './report/shown-row.js';
import type { ImportContext } from './run/import-context.js';
import { RowImport } from './run/row-import.js';
import { survey, type Survey } from './run/survey.js';
import { rowReader } from './rows/read-row.js';
import type { Upload } from './uploads.js';

export class PreviewImport extends Query<ImportPreviewDto> {
  constructor(
    readonly roundId: string,
    readonly upload: Upload,
    readonly language: Language,
    readonly cause: Cause,
  ) {
    super();
  }
}

@QueryHandler(PreviewImport)
export class PreviewImportHandler implements IQueryHandler<PreviewImport> {
  constructor(
    private readonly decisions: DecisionRunner,
    private readonly hash: KeyedHash,
    private readonly campaigns: CampaignLookup,
  ) {}

  async execute({ roundId, upload, language, cause }: PreviewImport): Promise<ImportPreviewDto> {
    const campaignId = await this.campaigns.idOfRound(roundId);
    const { settings } = await this.campaigns.of(campaignId);
    const surveyed = await survey(await inspectFile(upload.path), (headings) =>
      proposeMapping(upload.mapping, headings),
    );
    const { headings, mapping, rows: rowCount } = surveyed;
    const rows = await this.foreseen(surveyed, { importId: '', campaignId, roundId, settings, cause }, language);
    return { headings, mapping, fields: IMPORT_FIELDS, rowCount, rows };
  }

  private async foreseen(
    { headings, mapping, firstRows }: Survey,
    context: ImportContext,
    language: Language,
  ): Promise<readonly PreviewedRowDto[]> {
    const read = rowReader(mapping, headings);
    const importer = new RowImport({ decisions: this.decisions, hash: this.hash }, context);
    return Promise.all(
      firstRows.map(async (row) => ({ ...shownRow(await importer.foresee(read(row)), language), cells: row.cells })),
    );
  }
}
