import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { RoundStatus } from '#domain/card/card';

const LONGEST_NUMBER = 60;
const LONGEST_NAME = 200;
const MOST_FOUND = 100;

/** One of the three. */
export class CardSearchDto {
  @ApiPropertyOptional({ description: 'As people write it', example: '08-123 456 78', maxLength: LONGEST_NUMBER })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NUMBER)
  readonly phone?: string;

  @ApiPropertyOptional({ description: 'As people write it', example: '556016-0680', maxLength: LONGEST_NUMBER })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NUMBER)
  readonly companyNumber?: string;

  @ApiPropertyOptional({
    description: 'The beginning of words of the name; å, ä and ö are letters of their own',
    example: 'södra sk',
    maxLength: LONGEST_NAME,
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NAME)
  readonly name?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MOST_FOUND, default: 20 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_FOUND)
  readonly limit?: number;
}

export class FoundRoundDto {
  @ApiProperty({ format: 'uuid' })
  readonly roundId: string;
  @ApiProperty({ format: 'uuid' })
  readonly campaignId: string;
  @ApiProperty({ description: 'The state of the card in the round, with its facts', example: { status: 'available' } })
  readonly state: RoundStatus;
}

export class FoundCardDto {
  @ApiProperty({ format: 'uuid' })
  readonly cardId: string;
  @ApiPropertyOptional()
  readonly name?: string;
  @ApiPropertyOptional()
  readonly city?: string;
  @ApiProperty({ type: [String], description: 'E.164' })
  readonly phones: readonly string[];
  @ApiPropertyOptional({ format: 'uuid' })
  readonly companyId?: string;
  @ApiProperty({ type: [FoundRoundDto] })
  readonly rounds: readonly FoundRoundDto[];
}

export class CardsFoundDto {
  @ApiProperty({ type: [FoundCardDto] })
  readonly cards: readonly FoundCardDto[];
}
