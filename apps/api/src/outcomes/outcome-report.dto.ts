import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsObject, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import type { CallEnding, OutcomeCause, SpokeWith } from '#events/contracts/index';
import { OUTCOME_DTOS, OutcomeDto } from './outcomes.dto.js';

const CAUSES = ['call', 'mail', 'admin', 'customer-initiated'] as const satisfies readonly OutcomeCause[];
const SPOKE_WITH = ['nobody', 'gatekeeper', 'decision-maker'] as const satisfies readonly SpokeWith[];
const ENDINGS = [
  'answered',
  'voicemail',
  'unanswered',
  'busy',
  'number-not-in-use',
  'fax-tone',
  'failed',
  'no-call',
] as const satisfies readonly CallEnding[];
const LONGEST_TALK_SECONDS = 86_400;

/** How the call ended and what it led to, recorded apart. */
@ApiExtraModels(...OUTCOME_DTOS)
export class OutcomeReportDto {
  @ApiProperty({ enum: ENDINGS, description: 'How the call ended technically' })
  @IsIn(ENDINGS)
  readonly ending: CallEnding;

  @ApiProperty({ enum: SPOKE_WITH, description: 'With whom the caller spoke (R4)' })
  @IsIn(SPOKE_WITH)
  readonly spokeWith: SpokeWith;

  @ApiPropertyOptional({ description: 'Seconds in conversation', minimum: 0, maximum: LONGEST_TALK_SECONDS })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LONGEST_TALK_SECONDS)
  readonly talkSeconds?: number;

  @ApiProperty({
    description: 'What it led to (utfall), with what that outcome needs',
    oneOf: OUTCOME_DTOS.map((dto) => ({ $ref: getSchemaPath(dto) })),
    discriminator: { propertyName: 'code' },
  })
  @IsObject()
  @ValidateNested()
  @Type(() => OutcomeDto, {
    keepDiscriminatorProperty: true,
    discriminator: { property: 'code', subTypes: OUTCOME_DTOS.map((value) => ({ value, name: value.outcome })) },
  })
  readonly outcome: OutcomeDto;
}

export class RecordOutcomeDto extends OutcomeReportDto {
  @ApiProperty({ format: 'uuid', description: 'The round in which the card was worked on' })
  @IsUUID()
  readonly roundId: string;

  @ApiPropertyOptional({ enum: CAUSES, default: 'call', description: 'R1: a call, or a stated other cause' })
  @IsOptional()
  @IsIn(CAUSES)
  readonly cause?: OutcomeCause;

  @ApiPropertyOptional({ format: 'uuid', description: 'The call, where the cause is a call' })
  @IsOptional()
  @IsUUID()
  readonly callId?: string;
}
