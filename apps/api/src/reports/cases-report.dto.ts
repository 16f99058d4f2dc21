import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CASE_KINDS } from '#domain/case/kinds';
import type { CaseKind } from '#events/contracts/index';
import { CASE_STATUSES, type CaseStatus } from '../cases/case.dto.js';
import { ReportDefinitionsDto } from './report.dto.js';

/** Every number is defined in `definitions`. */
export class CaseMeasuresDto {
  @ApiProperty({ type: 'integer', description: 'Open and done' })
  readonly raised: number;
  @ApiProperty({ type: 'integer', description: 'The sum of the four ages' })
  readonly open: number;
  @ApiProperty({ type: 'integer' })
  readonly openUnderHour: number;
  @ApiProperty({ type: 'integer' })
  readonly openUnderDay: number;
  @ApiProperty({ type: 'integer' })
  readonly openUnderWeek: number;
  @ApiProperty({ type: 'integer' })
  readonly openOlder: number;
  @ApiProperty({ type: 'integer' })
  readonly taken: number;
  @ApiProperty({ type: 'integer' })
  readonly done: number;
}

export class CasesReportRowDto extends CaseMeasuresDto {
  @ApiPropertyOptional({ enum: CASE_KINDS })
  readonly kind?: CaseKind;
  @ApiPropertyOptional({ format: 'date' })
  readonly day?: string;
  @ApiProperty({ description: 'Where to read what the row is added up from', example: '/api/reports/cases/behind' })
  readonly behind: string;
}

export class CasesReportDto {
  @ApiProperty({ type: [CasesReportRowDto], description: 'One row in all where nothing is grouped' })
  readonly rows: readonly CasesReportRowDto[];
  @ApiProperty({ type: CaseMeasuresDto })
  readonly totals: CaseMeasuresDto;
  @ApiProperty({ type: ReportDefinitionsDto })
  readonly definitions: ReportDefinitionsDto;
}

export class CaseBehindDto {
  @ApiProperty({ format: 'uuid' })
  readonly caseId: string;
  @ApiProperty({ enum: CASE_KINDS })
  readonly kind: CaseKind;
  @ApiProperty({ enum: CASE_STATUSES })
  readonly status: CaseStatus;
  @ApiProperty()
  readonly urgent: boolean;
  @ApiProperty({ format: 'date' })
  readonly day: string;
  @ApiProperty({ format: 'date-time' })
  readonly raisedAt: string;
  @ApiPropertyOptional({ format: 'date-time' })
  readonly doneAt?: string;
  @ApiPropertyOptional({ format: 'uuid' })
  readonly cardId?: string;
  @ApiPropertyOptional({ format: 'uuid' })
  readonly orderId?: string;
}

export class CasesBehindDto {
  @ApiProperty({ type: [CaseBehindDto] })
  readonly cases: readonly CaseBehindDto[];
  @ApiPropertyOptional({
    description: 'Where the next page begins; absent on the last. A page may hold less than `limit`',
  })
  readonly next?: string;
}
