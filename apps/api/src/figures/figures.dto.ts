import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** Every number is defined in `definitions`. */
export class MeasuresDto {
  @ApiProperty({ type: 'integer' })
  readonly callsStarted: number;
  @ApiProperty({ type: 'integer' })
  readonly outcomes: number;
  @ApiProperty({ type: 'integer' })
  readonly calls: number;
  @ApiProperty({ type: 'integer' })
  readonly contacts: number;
  @ApiProperty({ type: 'integer' })
  readonly decisionMakers: number;
  @ApiProperty({ type: 'integer', description: 'R5' })
  readonly attempts: number;
  @ApiProperty()
  readonly talkSeconds: number;
  @ApiProperty()
  readonly handlingSeconds: number;
  @ApiProperty({ type: 'integer' })
  readonly orders: number;
  @ApiProperty({ type: 'integer', description: 'R12: öre, ex VAT' })
  readonly orderValueOre: number;
}

/** The fields that it is grouped by, and the numbers. */
export class FigureRowDto extends MeasuresDto {
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
  @ApiPropertyOptional({ description: 'Code of the outcome, or `call-started`' })
  readonly outcome?: string;
  @ApiPropertyOptional({ type: 'integer', description: 'R5' })
  readonly attempt?: number;
  @ApiPropertyOptional()
  readonly cause?: string;
}

export class CallsPerCardDto {
  @ApiProperty({ type: 'integer' })
  readonly calls: number;
  @ApiProperty({ type: 'integer' })
  readonly cards: number;
  @ApiProperty({ type: 'integer' })
  readonly closed: number;
  @ApiProperty({ type: 'integer' })
  readonly ordered: number;
}

export class DescribedDto {
  @ApiProperty()
  readonly heading: string;
  @ApiProperty()
  readonly meaning: string;
}

export class DefinitionDto {
  @ApiProperty({ description: 'The field that is defined' })
  readonly column: string;
  @ApiProperty({ type: DescribedDto })
  readonly sv: DescribedDto;
  @ApiProperty({ type: DescribedDto })
  readonly en: DescribedDto;
}

export class FigureDefinitionsDto {
  @ApiProperty({ type: [DefinitionDto], description: 'Of the fields that rows may be grouped by' })
  readonly groups: readonly DefinitionDto[];
  @ApiProperty({ type: [DefinitionDto], description: 'Of the numbers' })
  readonly measures: readonly DefinitionDto[];
  @ApiProperty({ type: [DefinitionDto], description: 'Of `callsPerCard`' })
  readonly callsPerCard: readonly DefinitionDto[];
}

export class FiguresDto {
  @ApiProperty({ type: [FigureRowDto], description: 'One row in all where nothing is grouped' })
  readonly rows: readonly FigureRowDto[];
  @ApiProperty({ type: MeasuresDto })
  readonly totals: MeasuresDto;
  @ApiProperty({ type: 'integer', description: 'Cards in the rounds, whatever day or caller is asked for' })
  readonly cards: number;
  @ApiProperty({
    type: [CallsPerCardDto],
    description: 'How many calls the cards of the rounds took, whatever day or caller is asked for',
  })
  readonly callsPerCard: readonly CallsPerCardDto[];
  @ApiProperty({ type: FigureDefinitionsDto })
  readonly definitions: FigureDefinitionsDto;
}
