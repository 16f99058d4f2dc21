import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { BlockDto } from '../blocks/block-list.dto.js';
import { CardAnswer } from './card-answer.js';

export class HistoryActorDto {
  @ApiProperty({ description: 'Account, or `service:<name>`' })
  readonly accountId: string;
  @ApiPropertyOptional()
  readonly name?: string;
  @ApiProperty({ description: 'The role in which it was done' })
  readonly role: string;
}

/** One fact (R20). */
export class HistoryEntryDto {
  @ApiProperty({ format: 'uuid' })
  readonly entryId: string;
  @ApiProperty({ type: 'integer', description: 'Its place in the history of the card, from 0' })
  readonly revision: number;
  @ApiProperty({ example: 'OfferDeclined' })
  readonly type: string;
  @ApiProperty({ format: 'date-time' })
  readonly at: string;
  @ApiProperty({ type: HistoryActorDto })
  readonly by: HistoryActorDto;
  @ApiPropertyOptional({ description: 'The program that sent it', example: 'web/1.4' })
  readonly client?: string;
  @ApiProperty({ description: 'The same for all that one request led to' })
  readonly correlationId: string;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'What the fact says' })
  readonly data: object;
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
  @ApiProperty({ type: [HistoryEntryDto], description: 'Oldest first' })
  readonly history: readonly HistoryEntryDto[];
}
