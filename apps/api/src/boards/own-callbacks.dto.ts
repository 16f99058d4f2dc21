import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export const RUNGS = ['later', 'due', 'overdue', 'overdue-seen-by-lead', 'offered-to-team'] as const;

/** R24: a promise to return that stands. */
export class CallbackDto {
  @ApiProperty({ format: 'uuid' })
  readonly cardId: string;
  @ApiProperty({ format: 'uuid' })
  readonly lockId: string;
  @ApiProperty({ format: 'uuid' })
  readonly campaignId: string;
  @ApiProperty({ format: 'uuid' })
  readonly roundId: string;
  @ApiProperty({ format: 'uuid' })
  readonly ownerId: string;
  @ApiPropertyOptional()
  readonly ownerName?: string;
  @ApiPropertyOptional()
  readonly workplaceName?: string;
  @ApiPropertyOptional({ description: 'The decision-maker whom it was promised to' })
  readonly personName?: string;
  @ApiProperty({ format: 'date-time', description: 'Locked to its owner since' })
  readonly since: string;
  @ApiProperty({ format: 'date-time' })
  readonly dueAt: string;
  @ApiProperty({ enum: RUNGS, description: 'How far it has climbed (R24)' })
  readonly rung: (typeof RUNGS)[number];
}

export class OwnCallbacksDto {
  @ApiProperty({ type: [CallbackDto], description: 'The earliest first' })
  readonly callbacks: readonly CallbackDto[];
  @ApiProperty({ type: 'integer', description: 'Of them due now, or later than that' })
  readonly due: number;
}
