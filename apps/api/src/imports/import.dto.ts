import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { RowVerdict } from '#events/contracts/index';
import { IMPORT_FIELDS } from './mapping/import-field.js';

export const VERDICTS: readonly RowVerdict[] = ['accepted', 'accepted-with-warning', 'duplicate', 'refused'];
export const IMPORT_STATES = ['running', 'completed', 'interrupted'] as const;
const ROWS_SHOWN = 100;
const MOST_ROWS_SHOWN = 1000;

const MAPPING = {
  type: 'object',
  additionalProperties: { type: 'string' },
  description: `Our field → heading of the file. Fields: ${IMPORT_FIELDS.join(', ')}`,
  example: { name: 'Företag', phone: 'Telefon' },
} as const;

/** Described only: the form is read as it comes. */
export class FileFormDto {
  @ApiProperty({ type: String, format: 'binary', description: 'CSV, TSV or XLSX' })
  readonly file: string;

  @ApiPropertyOptional({
    description: 'JSON: our field → heading; guessed where it is absent',
    example: '{"name":"Företag"}',
  })
  readonly mapping?: string;
}

export class ImportBegunDto {
  @ApiProperty({ format: 'uuid', description: 'The same for the same file, mapping and round' })
  readonly importId: string;
}

export class RowCountsDto implements Readonly<Record<RowVerdict, number>> {
  @ApiProperty()
  readonly accepted: number;

  @ApiProperty()
  readonly 'accepted-with-warning': number;

  @ApiProperty({ description: 'The card is in the round already' })
  readonly duplicate: number;

  @ApiProperty()
  readonly refused: number;
}

export class ImportDto extends ImportBegunDto {
  @ApiProperty({ format: 'uuid' })
  readonly campaignId: string;

  @ApiProperty({ format: 'uuid' })
  readonly roundId: string;

  @ApiProperty({
    enum: IMPORT_STATES,
    description:
      '`interrupted`: no process has reported rows for a minute; it goes on when the process that began it starts again, or when the same file is sent again',
  })
  readonly state: (typeof IMPORT_STATES)[number];

  @ApiPropertyOptional({ description: 'Rows of the file, where they have been counted' })
  readonly rows?: number;

  @ApiProperty({ type: RowCountsDto, description: 'Of the rows reported so far' })
  readonly counts: RowCountsDto;

  @ApiProperty(MAPPING)
  readonly mapping: Readonly<Record<string, string>>;

  @ApiProperty({ description: 'Account' })
  readonly startedBy: string;

  @ApiProperty({ format: 'date-time' })
  readonly startedAt: string;

  @ApiPropertyOptional({ format: 'date-time' })
  readonly completedAt?: string;
}

export class RowReasonDto {
  @ApiProperty({ description: 'Stable', example: 'phone.unreadable' })
  readonly code: string;

  @ApiPropertyOptional({ description: 'Our field', example: 'phone' })
  readonly field?: string;

  @ApiProperty({ description: 'For a person, in the language of Accept-Language' })
  readonly message: string;
}

export class RowReportDto {
  @ApiProperty({ description: 'Line of the file where the row begins; the first line is 1' })
  readonly row: number;

  @ApiProperty({ enum: VERDICTS })
  readonly verdict: RowVerdict;

  @ApiPropertyOptional({ format: 'uuid', description: 'Made, entered into the round, or found to be the same' })
  readonly cardId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  readonly companyId?: string;

  @ApiProperty({ type: [RowReasonDto] })
  readonly reasons: readonly RowReasonDto[];
}

export class ImportRowsDto {
  @ApiProperty({ type: [RowReportDto] })
  readonly rows: readonly RowReportDto[];

  @ApiPropertyOptional({ description: 'Send it as `after` for the rows that follow; absent at the end' })
  readonly next?: number;
}

export class RowsAskedDto {
  @ApiPropertyOptional({ enum: VERDICTS, description: 'Only rows with this verdict' })
  @IsOptional()
  @IsIn(VERDICTS)
  readonly verdict?: RowVerdict;

  @ApiPropertyOptional({ description: 'Only rows beyond this line', default: 0 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  readonly after: number = 0;

  @ApiPropertyOptional({ description: 'The most rows of one answer', default: ROWS_SHOWN, maximum: MOST_ROWS_SHOWN })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_ROWS_SHOWN)
  readonly limit: number = ROWS_SHOWN;
}

export class PreviewedRowDto extends RowReportDto {
  @ApiProperty({ type: [String], description: 'As they stand in the file, in the order of the headings' })
  readonly cells: readonly string[];
}

export class ImportPreviewDto {
  @ApiProperty({ type: [String], description: 'Of the file, made different where two were alike' })
  readonly headings: readonly string[];

  @ApiProperty({ ...MAPPING, description: 'As it was sent, or guessed from the headings; to be confirmed' })
  readonly mapping: Readonly<Record<string, string>>;

  @ApiProperty({ enum: IMPORT_FIELDS, isArray: true, description: 'What a column may be' })
  readonly fields: readonly string[];

  @ApiProperty({ description: 'Rows of the file' })
  readonly rowCount: number;

  @ApiProperty({
    type: [PreviewedRowDto],
    description: 'The first rows, with the verdict that an import would give now',
  })
  readonly rows: readonly PreviewedRowDto[];
}
