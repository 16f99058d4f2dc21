import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

const STATUSES = ['undecided', 'blocked', 'lifted'] as const;
const LONGEST_CURSOR = 500;
export const MOST_ON_A_PAGE = 200;

export class BlocksAskedDto {
  @ApiPropertyOptional({ enum: STATUSES, description: "All when absent; `undecided`: waits for admin's decision (R6)" })
  @IsOptional()
  @IsIn(STATUSES)
  readonly status?: (typeof STATUSES)[number];

  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_CURSOR)
  readonly after?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MOST_ON_A_PAGE, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_ON_A_PAGE)
  readonly limit?: number;
}

export class BlockDecisionDto {
  @ApiProperty({ format: 'uuid' })
  readonly by: string;
  @ApiProperty()
  readonly reason: string;
  @ApiPropertyOptional({ description: 'What others can look up' })
  readonly evidence?: string;
  @ApiProperty({ format: 'date-time' })
  readonly at: string;
}

export class BlockDto {
  @ApiProperty({ format: 'uuid' })
  readonly blockId: string;
  @ApiProperty({ enum: ['blocked', 'lifted'] })
  readonly status: string;
  @ApiProperty({ enum: ['number', 'workplace', 'company'], description: 'The widest that it has reached (R6)' })
  readonly scope: string;
  @ApiProperty({ format: 'date-time' })
  readonly since: string;
  @ApiPropertyOptional({ example: 'no-more-calls' })
  readonly cause?: string;
  @ApiPropertyOptional({ description: 'Account, or `service:<name>`' })
  readonly blockedBy?: string;
  @ApiPropertyOptional()
  readonly blockedByName?: string;
  @ApiPropertyOptional()
  readonly reason?: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'The workplace that it came from' })
  readonly cardId?: string;
  @ApiPropertyOptional()
  readonly workplaceName?: string;
  @ApiPropertyOptional({ type: [String], description: 'The numbers of that workplace, E.164' })
  readonly phones?: readonly string[];
  @ApiPropertyOptional({ description: 'R7' })
  readonly existingCustomerNumber?: string;
  @ApiPropertyOptional({ description: 'R7' })
  readonly irritated?: boolean;
  @ApiPropertyOptional({ format: 'uuid' })
  readonly companyId?: string;
  @ApiPropertyOptional({
    enum: ['proposed', 'blocked', 'dismissed', 'lifted'],
    description: 'R6: for the whole company',
  })
  readonly atCompany?: string;
  @ApiProperty({ type: 'integer', description: 'Numbers that carry it now' })
  readonly numbers: number;
  @ApiProperty({ type: 'integer', description: "Workplaces that it silences now, or that wait for admin's decision" })
  readonly cards: number;
  @ApiPropertyOptional({ type: BlockDecisionDto })
  readonly lifted?: BlockDecisionDto;
  @ApiPropertyOptional({ type: BlockDecisionDto, description: 'Why it does not hold for the whole company' })
  readonly dismissed?: BlockDecisionDto;
}

export class BlocksDto {
  @ApiProperty({ type: [BlockDto], description: 'Newest first' })
  readonly blocks: readonly BlockDto[];
  @ApiPropertyOptional({ description: 'Absent on the last page' })
  readonly next?: string;
}
