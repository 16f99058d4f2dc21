import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { ReportDefinitionsDto, ReportRowDto } from './report.dto.js';

/** Every number is defined in `definitions`. */
export class ConversionMeasuresDto {
  @ApiProperty({ type: 'integer' })
  readonly calls: number;
  @ApiProperty({ type: 'integer' })
  readonly orders: number;
  @ApiPropertyOptional({ description: 'Absent where nobody called' })
  readonly conversionPercent?: number;
  @ApiProperty({ type: 'integer' })
  readonly ordersWithoutCall: number;
}

export class ConversionRowDto extends IntersectionType(ReportRowDto, ConversionMeasuresDto) {
  @ApiPropertyOptional({ type: 'integer' })
  readonly call?: number;
  @ApiPropertyOptional({
    description: 'Codes of the outcomes before, with commas between',
    example: 'no-answer,callback',
  })
  readonly path?: string;
}

export class ConversionDto {
  @ApiProperty({ type: [ConversionRowDto], description: 'One row in all where nothing is grouped' })
  readonly rows: readonly ConversionRowDto[];
  @ApiProperty({ type: ConversionMeasuresDto })
  readonly totals: ConversionMeasuresDto;
  @ApiProperty({ type: ReportDefinitionsDto })
  readonly definitions: ReportDefinitionsDto;
}

export class OutcomeBehindDto {
  @ApiProperty({ format: 'uuid' })
  readonly cardId: string;
  @ApiProperty({ format: 'uuid' })
  readonly outcomeId: string;
  @ApiProperty({ format: 'uuid' })
  readonly roundId: string;
  @ApiPropertyOptional()
  readonly roundName?: string;
  @ApiProperty({ format: 'uuid' })
  readonly callerId: string;
  @ApiPropertyOptional()
  readonly callerName?: string;
  @ApiProperty({ format: 'date' })
  readonly day: string;
  @ApiProperty({ format: 'date-time', description: 'When it was recorded' })
  readonly at: string;
  @ApiProperty({ description: 'Code of the outcome' })
  readonly outcome: string;
  @ApiProperty({ description: 'R1' })
  readonly cause: string;
  @ApiProperty({ type: 'integer', description: 'R5' })
  readonly attempt: number;
  @ApiProperty({ type: 'integer' })
  readonly call: number;
  @ApiProperty()
  readonly path: string;
}

export class OutcomesBehindDto {
  @ApiProperty({ type: [OutcomeBehindDto] })
  readonly outcomes: readonly OutcomeBehindDto[];
  @ApiPropertyOptional({
    description: 'Where the next page begins; absent on the last. A page may hold less than `limit`',
  })
  readonly next?: string;
}
