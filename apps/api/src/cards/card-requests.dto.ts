import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { NOTE_KINDS } from '#domain/case/kinds';
import type { NoteKind } from '#events/contracts/index';
import { IsEmail, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';

const LONGEST_NAME = 200;
const LONGEST_REASON = 500;
const LONGEST_NOTE = 4000;
const LONGEST_WEBSITE = 500;

export class InRoundDto {
  @ApiProperty({ format: 'uuid', description: 'The round in which the card is worked on' })
  @IsUUID()
  readonly roundId: string;
}

export class ClaimNamedDto {
  @ApiProperty({ format: 'uuid', description: 'The claim that one holds, or breaks' })
  @IsUUID()
  readonly claimId: string;
}

export class ReasonDto {
  @ApiProperty({ description: 'Why', maxLength: LONGEST_REASON })
  @IsString()
  @MaxLength(LONGEST_REASON)
  readonly reason: string;
}

export class SkipCardDto extends ClaimNamedDto {
  @ApiProperty({ description: 'Why (R22)', maxLength: LONGEST_REASON })
  @IsString()
  @MaxLength(LONGEST_REASON)
  readonly reason: string;
}

export class BreakClaimDto extends SkipCardDto {}

export class FurtherAttemptDto extends InRoundDto {
  @ApiProperty({ description: 'Why one further attempt is worth it (R5)', maxLength: LONGEST_REASON })
  @IsString()
  @MaxLength(LONGEST_REASON)
  readonly reason: string;
}

const REOPENING_CAUSES = ['customer-initiated', 'mail', 'admin'] as const;

export class ReopenCardDto extends InRoundDto {
  @ApiProperty({
    enum: REOPENING_CAUSES,
    description: "The customer's own contact, a yes by mail, or admin's decision",
  })
  @IsIn(REOPENING_CAUSES)
  readonly cause: (typeof REOPENING_CAUSES)[number];

  @ApiProperty({ description: 'Why', maxLength: LONGEST_REASON })
  @IsString()
  @MaxLength(LONGEST_REASON)
  readonly reason: string;
}

export class AddNoteDto {
  @ApiProperty({ maxLength: LONGEST_NOTE })
  @IsString()
  @MaxLength(LONGEST_NOTE)
  readonly text: string;

  @ApiPropertyOptional({ enum: NOTE_KINDS, description: 'R16: send it to admin, as this kind of case' })
  @IsOptional()
  @IsIn(NOTE_KINDS)
  readonly sendToAdmin?: NoteKind;
}

export class AddNumberDto {
  @ApiProperty({ description: 'As it is written', example: '08-123 456 78', maxLength: 40 })
  @IsString()
  @MaxLength(40)
  readonly phone: string;

  @ApiPropertyOptional({ description: 'What kind of number it is', example: 'växel', maxLength: 40 })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly label?: string;

  @ApiPropertyOptional({ description: 'The number that it replaces, kept as dead', pattern: '^[0-9a-f]{64}$' })
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  readonly replacesNumberId?: string;
}

export class ContactDto {
  @ApiPropertyOptional({ maxLength: LONGEST_NAME })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NAME)
  readonly firstName?: string;

  @ApiPropertyOptional({ maxLength: LONGEST_NAME })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NAME)
  readonly lastName?: string;

  @ApiPropertyOptional({ maxLength: LONGEST_NAME })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NAME)
  readonly role?: string;

  @ApiPropertyOptional({ format: 'email' })
  @IsOptional()
  @IsEmail()
  readonly email?: string;
}

/** The workplace as it is; replaces what the card says of it. */
export class CorrectWorkplaceDto {
  @ApiProperty({ maxLength: LONGEST_NAME })
  @IsString()
  @MaxLength(LONGEST_NAME)
  readonly name: string;

  @ApiPropertyOptional({ maxLength: LONGEST_NAME })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NAME)
  readonly street?: string;

  @ApiPropertyOptional({ maxLength: 20 })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  readonly postcode?: string;

  @ApiPropertyOptional({ maxLength: LONGEST_NAME })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NAME)
  readonly city?: string;

  @ApiPropertyOptional({ maxLength: LONGEST_WEBSITE })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_WEBSITE)
  readonly website?: string;

  @ApiPropertyOptional({ format: 'email' })
  @IsOptional()
  @IsEmail()
  readonly email?: string;

  @ApiPropertyOptional({ type: ContactDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => ContactDto)
  readonly contact?: ContactDto;

  @ApiPropertyOptional({ maxLength: 40 })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly existingCustomerNumber?: string;
}
