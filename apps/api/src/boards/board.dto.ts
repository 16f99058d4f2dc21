import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MeasuresDto } from '../figures/figures.dto.js';
import { CallbackDto } from './own-callbacks.dto.js';

export class HoldingDto {
  @ApiProperty({ format: 'uuid' })
  readonly callerId: string;
  @ApiPropertyOptional()
  readonly callerName?: string;
  @ApiProperty({ format: 'uuid' })
  readonly cardId: string;
  @ApiPropertyOptional()
  readonly workplaceName?: string;
  @ApiProperty({ format: 'date-time' })
  readonly since: string;
  @ApiProperty({ format: 'date-time' })
  readonly leaseUntil: string;
  @ApiPropertyOptional({ format: 'date-time', description: 'Absent while the caller is not in a call' })
  readonly callStartedAt?: string;
}

export class CallerTodayDto {
  @ApiProperty({ format: 'uuid' })
  readonly callerId: string;
  @ApiPropertyOptional()
  readonly callerName?: string;
  @ApiProperty({ type: 'integer', description: 'R24: cards locked to the caller in the round' })
  readonly locks: number;
  @ApiPropertyOptional({ type: MeasuresDto, description: 'In the round today; absent before the first call' })
  readonly today?: MeasuresDto;
}

/** What happens in a round now. */
export class BoardDto {
  @ApiProperty({ format: 'uuid' })
  readonly roundId: string;
  @ApiProperty()
  readonly roundName: string;
  @ApiProperty({ format: 'uuid' })
  readonly campaignId: string;
  @ApiPropertyOptional({ format: 'date-time', description: 'Absent while the round is open' })
  readonly closedAt?: string;
  @ApiProperty({ format: 'date-time', description: 'When this was so' })
  readonly at: string;
  @ApiProperty({ type: 'integer', description: 'Cards in the round' })
  readonly cards: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'Cards by status; `waiting` are those that may be handed out, now or at a time',
    example: { waiting: 412, locked: 7, 'closed-round': 80 },
  })
  readonly statuses: Readonly<Record<string, number>>;
  @ApiProperty({ type: [CallerTodayDto] })
  readonly callers: readonly CallerTodayDto[];
  @ApiProperty({ type: [HoldingDto], description: 'R2: who has which card on screen, the longest first' })
  readonly holding: readonly HoldingDto[];
  @ApiProperty({ type: [CallbackDto], description: 'R24: promises that are overdue for the lead to see' })
  readonly overdue: readonly CallbackDto[];
}
