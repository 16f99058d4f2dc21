import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DefinitionDto } from '../figures/figures.dto.js';

/** What reports are grouped by. */
export class ReportRowDto {
  @ApiPropertyOptional({ format: 'uuid' })
  readonly roundId?: string;
  @ApiPropertyOptional()
  readonly roundName?: string;
  @ApiPropertyOptional({ format: 'uuid' })
  readonly callerId?: string;
  @ApiPropertyOptional()
  readonly callerName?: string;
  @ApiPropertyOptional({ format: 'date' })
  readonly day?: string;
  @ApiProperty({ description: 'Where to read what the row is added up from', example: '/api/reports/orders/behind' })
  readonly behind: string;
}

export class ReportDefinitionsDto {
  @ApiProperty({ type: [DefinitionDto], description: 'Of the fields that rows may be grouped by' })
  readonly groups: readonly DefinitionDto[];
  @ApiProperty({ type: [DefinitionDto], description: 'Of the numbers' })
  readonly measures: readonly DefinitionDto[];
}
