import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';

const LONGEST_REASON = 500;
const SCOPES = ['number', 'workplace', 'company'] as const;

export class BlockByHandDto {
  @ApiProperty({ format: 'uuid', description: 'The card at hand' })
  @IsUUID()
  readonly cardId: string;

  @ApiPropertyOptional({ pattern: '^[0-9a-f]{64}$', description: 'Which of its numbers, for the scope `number`' })
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  readonly numberId?: string;

  @ApiProperty({
    enum: SCOPES,
    description: 'One number everywhere; every number of the workplace; every number and workplace of the company (R6)',
  })
  @IsIn(SCOPES)
  readonly scope: (typeof SCOPES)[number];

  @ApiProperty({ description: 'Why', maxLength: LONGEST_REASON })
  @IsString()
  @MaxLength(LONGEST_REASON)
  readonly reason: string;
}

export class BlockMadeDto {
  @ApiProperty({ format: 'uuid' })
  readonly blockId: string;
}

export class LiftBlockDto {
  @ApiProperty({ description: 'Why', maxLength: LONGEST_REASON })
  @IsString()
  @MaxLength(LONGEST_REASON)
  readonly reason: string;

  @ApiProperty({ description: 'A reference that others can look up: a letter, a call', maxLength: LONGEST_REASON })
  @IsString()
  @MaxLength(LONGEST_REASON)
  readonly evidence: string;
}

export class CompanyDecisionDto {
  @ApiProperty({ description: 'Whether the block holds for all workplaces of the company (R6)' })
  @IsBoolean()
  readonly blockWholeCompany: boolean;

  @ApiProperty({ description: 'Why', maxLength: LONGEST_REASON })
  @IsString()
  @MaxLength(LONGEST_REASON)
  readonly reason: string;
}

export class CeasedDto {
  @ApiProperty({ description: 'A reference that others can look up, such as the register', maxLength: LONGEST_REASON })
  @IsString()
  @MaxLength(LONGEST_REASON)
  readonly evidence: string;
}

export class WithdrawCeasingDto extends CeasedDto {
  @ApiProperty({ description: 'Why', maxLength: LONGEST_REASON })
  @IsString()
  @MaxLength(LONGEST_REASON)
  readonly reason: string;
}
