import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { NOTE_KINDS } from '#domain/case/kinds';
import type { NoteKind, OutcomeCode } from '#events/contracts/index';
import { OrderFormDto } from './order-form.dto.js';

const LONGEST_NAME = 200;

/** What the call led to; each outcome has a class with what it needs. */
export class OutcomeDto {
  @IsString()
  readonly code: OutcomeCode;
}

export class CallbackDto extends OutcomeDto {
  static readonly outcome = 'callback';
  @ApiProperty({ enum: ['callback'], description: 'Återkom: anyone may return' })
  declare readonly code: 'callback';

  @ApiPropertyOptional({ format: 'date-time', description: 'When; the next working day, same part of day, if absent' })
  @IsOptional()
  @IsISO8601({ strict: true })
  readonly dueAt?: string;

  @ApiPropertyOptional({ description: 'Whom to ask for', maxLength: LONGEST_NAME })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NAME)
  readonly personName?: string;
}

export class PriorityCallbackDto extends OutcomeDto {
  static readonly outcome = 'priority-callback';
  @ApiProperty({ enum: ['priority-callback'], description: 'Återkom Prio: the card is locked to its caller' })
  declare readonly code: 'priority-callback';

  @ApiProperty({ format: 'date-time', description: 'When the caller returns' })
  @IsISO8601({ strict: true })
  readonly dueAt: string;

  @ApiProperty({ description: 'The decision-maker (R4)', maxLength: LONGEST_NAME })
  @IsString()
  @MaxLength(LONGEST_NAME)
  readonly personName: string;
}

export class DeclinedDto extends OutcomeDto {
  static readonly outcome = 'declined';
  @ApiProperty({ enum: ['declined'], description: 'Nej: closed for this round' })
  declare readonly code: 'declined';

  @ApiProperty({ enum: ['said-no', 'exhausted'], description: '`exhausted` from the 3rd attempt (R5)' })
  @IsIn(['said-no', 'exhausted'])
  readonly reason: 'said-no' | 'exhausted';
}

export class DeferredDto extends OutcomeDto {
  static readonly outcome = 'deferred';
  @ApiProperty({ enum: ['deferred'], description: 'Nej/Återkom 6 mån: hidden in every round' })
  declare readonly code: 'deferred';

  @ApiProperty({ enum: ['mail-sent', 'winding-down'] })
  @IsIn(['mail-sent', 'winding-down'])
  readonly reason: 'mail-sent' | 'winding-down';

  @ApiPropertyOptional({ format: 'email', description: 'Needed with `mail-sent`' })
  @IsOptional()
  @IsEmail()
  readonly mailAddress?: string;
}

export class NoAnswerDto extends OutcomeDto {
  static readonly outcome = 'no-answer';
  @ApiProperty({ enum: ['no-answer'], description: 'Ej svar: it rings, or voicemail' })
  declare readonly code: 'no-answer';
}

export class BusyDto extends OutcomeDto {
  static readonly outcome = 'busy';
  @ApiProperty({ enum: ['busy'], description: 'Upptaget' })
  declare readonly code: 'busy';
}

export class DeadNumberDto extends OutcomeDto {
  static readonly outcome = 'dead-number';
  @ApiProperty({ enum: ['dead-number'], description: 'Fel: Spärrton & Fax' })
  declare readonly code: 'dead-number';

  @ApiProperty({ description: 'Which of the numbers of the card', pattern: '^[0-9a-f]{64}$' })
  @Matches(/^[0-9a-f]{64}$/)
  readonly numberId: string;
}

export class PrivatePersonDto extends OutcomeDto {
  static readonly outcome = 'private-person';
  @ApiProperty({ enum: ['private-person'], description: 'Fel: Privatperson' })
  declare readonly code: 'private-person';
}

export class UnauthorisedContactDto extends OutcomeDto {
  static readonly outcome = 'unauthorised-contact';
  @ApiProperty({ enum: ['unauthorised-contact'], description: 'Fel: Obehörig kontaktperson' })
  declare readonly code: 'unauthorised-contact';

  @ApiProperty({ description: 'The caller ticks that they searched the web for a number' })
  @IsBoolean()
  readonly searchedTheWeb: boolean;
}

export class HeadOfficeReferralDto extends OutcomeDto {
  static readonly outcome = 'head-office-referral';
  @ApiProperty({ enum: ['head-office-referral'], description: 'Fel: HK-hänvisning' })
  declare readonly code: 'head-office-referral';

  @ApiPropertyOptional({ description: 'Name of the head office, if given', maxLength: LONGEST_NAME })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NAME)
  readonly headOfficeName?: string;

  @ApiPropertyOptional({ description: 'Telephone of the head office, if given', maxLength: 40 })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly headOfficePhone?: string;
}

export class RecentlyCalledDto extends OutcomeDto {
  static readonly outcome = 'recently-called';
  @ApiProperty({ enum: ['recently-called'], description: 'Fel: Akut Adressvård, "you just rang"' })
  declare readonly code: 'recently-called';

  @ApiProperty({ description: 'Whether the person was irritated (R7)' })
  @IsBoolean()
  readonly irritated: boolean;
}

export class CeasedDto extends OutcomeDto {
  static readonly outcome = 'ceased';
  @ApiProperty({ enum: ['ceased'], description: 'Fel: Akut Adressvård, the company has ceased' })
  declare readonly code: 'ceased';
}

export class NoMoreCallsDto extends OutcomeDto {
  static readonly outcome = 'no-more-calls';
  @ApiProperty({ enum: ['no-more-calls'], description: 'Ring mig inte igen (R6): immediate, everywhere, for good' })
  declare readonly code: 'no-more-calls';

  @ApiProperty({ description: 'Whether the person was irritated (R7)' })
  @IsBoolean()
  readonly irritated: boolean;

  @ApiPropertyOptional({ description: 'Customer number, if they are a customer', maxLength: 40 })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly existingCustomerNumber?: string;
}

export class OrderDto extends OutcomeDto {
  static readonly outcome = 'order';
  @ApiProperty({ enum: ['order'], description: 'A yes with the details' })
  declare readonly code: 'order';

  @ApiProperty({ description: 'The order form (R10)' })
  @ValidateNested()
  @Type(() => OrderFormDto)
  readonly form: OrderFormDto;

  @ApiPropertyOptional({ description: 'Reference of the message, for an order by mail', maxLength: LONGEST_NAME })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NAME)
  readonly messageReference?: string;

  @ApiPropertyOptional({
    enum: NOTE_KINDS,
    description: 'R16: send the note of the form to admin, as this kind of case',
  })
  @IsOptional()
  @IsIn(NOTE_KINDS)
  readonly sendToAdmin?: NoteKind;

  @ApiPropertyOptional({ enum: ['sv', 'en'], default: 'sv', description: 'Language of the read-back' })
  @IsOptional()
  @IsIn(['sv', 'en'])
  readonly language?: 'sv' | 'en';
}

export const OUTCOME_DTOS = [
  CallbackDto,
  PriorityCallbackDto,
  DeclinedDto,
  DeferredDto,
  NoAnswerDto,
  BusyDto,
  DeadNumberDto,
  PrivatePersonDto,
  UnauthorisedContactDto,
  HeadOfficeReferralDto,
  RecentlyCalledDto,
  CeasedDto,
  NoMoreCallsDto,
  OrderDto,
] as const;

export type AnyOutcomeDto = InstanceType<(typeof OUTCOME_DTOS)[number]>;
