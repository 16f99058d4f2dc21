import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import type { Role } from '#events/contracts/index';
import { EVERY_ROLE } from '../shared/access.decorators.js';

const USERNAME = /^[\p{L}\p{N}._@-]{2,64}$/u;
const NAME_LENGTH = 120;
const REASON_LENGTH = 500;
const STATUSES = ['active', 'inactive'] as const;

export class OpenAccountDto {
  @ApiProperty({ description: '2-64 letters, digits, . _ @ -; capitals make no difference', example: 'anna.ek' })
  @Matches(USERNAME)
  readonly username: string;

  @ApiProperty({ example: 'Anna Ek', maxLength: NAME_LENGTH })
  @IsString()
  @Length(1, NAME_LENGTH)
  readonly displayName: string;

  @ApiProperty({ enum: EVERY_ROLE })
  @IsIn(EVERY_ROLE)
  readonly role: Role;
}

export class ChangeRoleDto {
  @ApiProperty({ enum: EVERY_ROLE })
  @IsIn(EVERY_ROLE)
  readonly role: Role;
}

export class DeactivateDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'R24: the active caller who receives the locks and callbacks' })
  @IsOptional()
  @IsUUID()
  readonly receiverId?: string;

  @ApiProperty({ maxLength: REASON_LENGTH })
  @IsString()
  @MaxLength(REASON_LENGTH)
  readonly reason: string;
}

export class AccountDto {
  @ApiProperty({ format: 'uuid' })
  readonly accountId: string;

  @ApiProperty()
  readonly username: string;

  @ApiProperty()
  readonly displayName: string;

  @ApiProperty({ enum: EVERY_ROLE })
  readonly role: Role;

  @ApiProperty({ enum: STATUSES })
  readonly status: (typeof STATUSES)[number];
}

export class AccountMadeDto {
  @ApiProperty({ format: 'uuid' })
  readonly accountId: string;

  @ApiPropertyOptional({ description: 'Told this once; a repeat of the command does not know it' })
  readonly oneTimePassword?: string;
}

export class OneTimePasswordDto {
  @ApiPropertyOptional({ description: 'Told this once; a repeat of the command does not know it' })
  readonly oneTimePassword?: string;
}
