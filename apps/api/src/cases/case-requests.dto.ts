import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { CASE_EFFECTS, CASE_KINDS } from '#domain/case/kinds';
import type { CaseEffect, CaseKind } from '#events/contracts/index';
import { CASE_STATUSES, type CaseStatus } from './case.dto.js';

const LONGEST_CURSOR = 500;
const LONGEST_COMMENT = 500;
const LONGEST_PHONE = 40;
const MOST_ON_A_PAGE = 200;
const MOST_AT_ONCE = 100;

/** One of the filters at a time: each is an index of its own. None: all open ones. */
export class CasesAskedDto {
  @ApiPropertyOptional({ enum: CASE_STATUSES })
  @IsOptional()
  @IsIn(CASE_STATUSES)
  readonly status?: CaseStatus;

  @ApiPropertyOptional({ enum: CASE_KINDS, description: 'Open ones of a kind' })
  @IsOptional()
  @IsIn(CASE_KINDS)
  readonly kind?: CaseKind;

  @ApiPropertyOptional({ description: 'Those that one has taken' })
  @IsOptional()
  @Transform(({ value }: { readonly value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  readonly mine?: boolean;

  @ApiPropertyOptional({ format: 'uuid', description: 'All of one card, the newest first' })
  @IsOptional()
  @IsUUID()
  readonly cardId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'All of one order, the newest first' })
  @IsOptional()
  @IsUUID()
  readonly orderId?: string;

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

export class TakeCasesDto {
  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: MOST_AT_ONCE })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @IsUUID(undefined, { each: true })
  readonly caseIds: readonly string[];
}

export class NotTakenDto {
  @ApiProperty({ format: 'uuid' })
  readonly caseId: string;
  @ApiProperty({ example: 'case.taken-by-another' })
  readonly code: string;
}

export class TakenCasesDto {
  @ApiProperty({ type: [String], format: 'uuid' })
  readonly taken: readonly string[];
  @ApiProperty({ type: [NotTakenDto] })
  readonly notTaken: readonly NotTakenDto[];
}

export class ResolveCaseDto {
  @ApiProperty({ enum: CASE_EFFECTS, description: 'What is done; `other`: something outside the engine' })
  @IsIn(CASE_EFFECTS)
  readonly effect: CaseEffect;

  @ApiProperty({
    description: 'What was done, in words; the reason or evidence of the effect',
    maxLength: LONGEST_COMMENT,
  })
  @IsString()
  @MaxLength(LONGEST_COMMENT)
  readonly comment: string;

  @ApiPropertyOptional({ description: 'The number that was found, for `number-added`', maxLength: LONGEST_PHONE })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_PHONE)
  readonly phone?: string;

  @ApiPropertyOptional({ pattern: '^[0-9a-f]{64}$', description: 'The number of the card that it replaces' })
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  readonly replacesNumberId?: string;
}
