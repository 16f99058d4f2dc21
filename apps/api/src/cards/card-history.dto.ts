import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { BlockDto } from '../blocks/block-list.dto.js';
import { HistoryEntryDto } from '../shared/history.dto.js';
import { CardAnswer } from './card-answer.js';

export class CardHistoryEntryDto extends HistoryEntryDto {
  @ApiPropertyOptional({ description: 'R21: the entry that corrects it' })
  readonly correctedBy?: string;
}

export class LastServedDto {
  @ApiProperty({ example: 'callback-due' })
  readonly because: string;
  @ApiProperty({ format: 'date-time' })
  readonly at: string;
  @ApiProperty({ format: 'uuid' })
  readonly callerId: string;
  @ApiPropertyOptional()
  readonly callerName?: string;
  @ApiProperty({ format: 'uuid' })
  readonly roundId: string;
}

export class CardCompanyDto {
  @ApiProperty({ format: 'uuid' })
  readonly companyId: string;
  @ApiPropertyOptional()
  readonly legalName?: string;
  @ApiPropertyOptional({ description: 'Last four digits hidden where it is a personal number' })
  readonly companyNumber?: string;
  @ApiPropertyOptional({ format: 'date-time' })
  readonly ceasedAt?: string;
  @ApiProperty({ type: 'integer' })
  readonly workplaces: number;
}

/** A card with everything that happened to it. */
export class CardWithHistory extends CardAnswer {
  @ApiPropertyOptional({ type: LastServedDto, description: 'Why it was handed out the last time' })
  readonly lastServed?: LastServedDto;
  @ApiPropertyOptional({ type: CardCompanyDto })
  readonly company?: CardCompanyDto;
  @ApiProperty({ type: [BlockDto], description: 'R6: those that silence it now' })
  readonly blocks: readonly BlockDto[];
  @ApiProperty({ type: [CardHistoryEntryDto], description: 'Oldest first' })
  readonly history: readonly CardHistoryEntryDto[];
}
