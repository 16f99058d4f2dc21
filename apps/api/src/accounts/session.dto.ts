import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, MaxLength } from 'class-validator';
import { AccountDto } from './account.dto.js';

const LONGEST = 200;
const SHORTEST_PASSWORD = 12;

export class SignInDto {
  @ApiProperty({ maxLength: LONGEST })
  @IsString()
  @MaxLength(LONGEST)
  readonly username: string;

  @ApiProperty({ maxLength: LONGEST, format: 'password' })
  @IsString()
  @MaxLength(LONGEST)
  readonly password: string;
}

export class ChangePasswordDto {
  @ApiProperty({ maxLength: LONGEST, format: 'password' })
  @IsString()
  @MaxLength(LONGEST)
  readonly currentPassword: string;

  @ApiProperty({ minLength: SHORTEST_PASSWORD, maxLength: LONGEST, format: 'password' })
  @IsString()
  @Length(SHORTEST_PASSWORD, LONGEST)
  readonly newPassword: string;
}

export class MeDto extends AccountDto {
  @ApiProperty({ description: 'The password was given out once; nothing else can be done before it is changed' })
  readonly mustChangePassword: boolean;
}

export class SessionDto {
  @ApiProperty({ description: 'For the header Authorization: Bearer <token>' })
  readonly token: string;

  @ApiProperty({ format: 'date-time' })
  readonly expiresAt: string;

  @ApiProperty()
  readonly mustChangePassword: boolean;

  @ApiProperty({ type: AccountDto })
  readonly account: AccountDto;
}
