import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CASE_EFFECTS, CASE_KINDS, RESOLUTIONS } from '#domain/case/kinds';
import type { CaseEffect, CaseKind } from '#events/contracts/index';
import { HistoryEntryDto } from '../shared/history.dto.js';

export const CASE_STATUSES = ['new', 'taken', 'done'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export class SettledByDto {
  @ApiProperty({ example: 'CompanyNumberAccepted', description: 'The type of the event' })
  readonly type: string;
  @ApiProperty({ format: 'uuid' })
  readonly eventId: string;
}

export class ResolutionDto {
  @ApiProperty({ enum: RESOLUTIONS, description: '`settled-elsewhere`: by a fact that left nothing to do' })
  readonly effect: (typeof RESOLUTIONS)[number];
  @ApiProperty({ description: 'What was done, in words; empty where a fact speaks for itself' })
  readonly comment: string;
  @ApiPropertyOptional({ type: SettledByDto, description: 'The fact that settled it elsewhere' })
  readonly settledBy?: SettledByDto;
  @ApiProperty()
  readonly resolvedBy: string;
  @ApiPropertyOptional()
  readonly resolvedByName?: string;
  @ApiProperty({ format: 'date-time' })
  readonly resolvedAt: string;
}

const BOUNCE_KINDS = ['hard', 'soft'] as const;

export class BounceDto {
  @ApiProperty({ enum: BOUNCE_KINDS, description: '`soft`: the same mail may arrive another day' })
  readonly kind: (typeof BOUNCE_KINDS)[number];
  @ApiPropertyOptional({ description: 'As the other side gave it (RFC 3463)', example: '5.1.1' })
  readonly status?: string;
}

const FAILURE_KINDS = ['refused', 'unknown'] as const;

export class MailFailureDto {
  @ApiProperty({
    enum: FAILURE_KINDS,
    description: '`unknown`: it may have been delivered, so that `mail-asked-again` may send a second one',
  })
  readonly kind: (typeof FAILURE_KINDS)[number];
  @ApiPropertyOptional({ type: 'integer', description: 'As the mail server gave it (RFC 5321)', example: 550 })
  readonly replyCode?: number;
}

/** An item in the admin inbox (R7, R16). */
export class CaseDto {
  @ApiProperty({ format: 'uuid' })
  readonly caseId: string;
  @ApiProperty({ enum: CASE_KINDS })
  readonly kind: CaseKind;
  @ApiProperty({ description: 'Stands before the others, and alarms after one working hour' })
  readonly urgent: boolean;
  @ApiProperty({ enum: CASE_STATUSES })
  readonly status: CaseStatus;
  @ApiProperty({ format: 'date-time' })
  readonly raisedAt: string;
  @ApiProperty({
    type: 'integer',
    description: 'Whole minutes since it was raised, or from then until it was resolved',
  })
  readonly ageMinutes: number;
  @ApiProperty({ description: 'Account, or `service:<name>`' })
  readonly raisedBy: string;
  @ApiPropertyOptional()
  readonly raisedByName?: string;
  @ApiPropertyOptional({ format: 'uuid' })
  readonly cardId?: string;
  @ApiPropertyOptional()
  readonly workplaceName?: string;
  @ApiPropertyOptional({ format: 'uuid' })
  readonly companyId?: string;
  @ApiPropertyOptional({ format: 'uuid' })
  readonly orderId?: string;
  @ApiPropertyOptional({ format: 'uuid' })
  readonly campaignId?: string;
  @ApiPropertyOptional({ format: 'uuid' })
  readonly roundId?: string;
  @ApiPropertyOptional({ format: 'uuid' })
  readonly outcomeId?: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'R6: the block that was asked for' })
  readonly blockId?: string;
  @ApiPropertyOptional({ description: 'R7: the number that was called, E.164' })
  readonly number?: string;
  @ApiPropertyOptional()
  readonly existingCustomerNumber?: string;
  @ApiPropertyOptional()
  readonly irritated?: boolean;
  @ApiPropertyOptional({ type: BounceDto, description: 'R17: of a mail that came back' })
  readonly bounce?: BounceDto;
  @ApiPropertyOptional({ type: MailFailureDto, description: 'R17: of a mail that did not go, or perhaps did' })
  readonly mailFailure?: MailFailureDto;
  @ApiPropertyOptional({ description: 'What was written to admin' })
  readonly text?: string;
  @ApiPropertyOptional({ format: 'date-time', description: 'R7: untouched until then it alarms' })
  readonly alarmAt?: string;
  @ApiPropertyOptional({ format: 'date-time' })
  readonly alarmedAt?: string;
  @ApiPropertyOptional({ format: 'uuid' })
  readonly ownerId?: string;
  @ApiPropertyOptional()
  readonly ownerName?: string;
  @ApiPropertyOptional({ format: 'date-time' })
  readonly takenAt?: string;
  @ApiPropertyOptional({ type: ResolutionDto })
  readonly resolution?: ResolutionDto;
  @ApiProperty({
    enum: CASE_EFFECTS,
    isArray: true,
    description: 'What it may be resolved with; empty once it is done',
  })
  readonly effects: readonly CaseEffect[];
}

export class CaseWithHistoryDto extends CaseDto {
  @ApiProperty({ type: [HistoryEntryDto] })
  readonly history: readonly HistoryEntryDto[];
}

export class CasesDto {
  @ApiProperty({ type: [CaseDto] })
  readonly cases: readonly CaseDto[];
  @ApiPropertyOptional({ description: 'Where the next page begins; absent on the last' })
  readonly next?: string;
}

export class CaseCountDto {
  @ApiProperty({ enum: CASE_KINDS })
  readonly kind: CaseKind;
  @ApiProperty({ enum: CASE_STATUSES })
  readonly status: CaseStatus;
  @ApiProperty({ type: 'integer' })
  readonly count: number;
}

export class CaseCountsDto {
  @ApiProperty({ type: [CaseCountDto] })
  readonly counts: readonly CaseCountDto[];
}

/** The inbox as it is now. */
export class InboxDto extends CasesDto {
  @ApiProperty({ type: [CaseCountDto] })
  readonly counts: readonly CaseCountDto[];
}
