import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

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
  @ApiProperty({ type: 'integer', description: 'Its place in the history, from 0' })
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
}
