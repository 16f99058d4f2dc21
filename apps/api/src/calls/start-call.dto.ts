import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { InRoundDto } from '../cards/card-requests.dto.js';

export class StartCallDto extends InRoundDto {
  @ApiPropertyOptional({ description: 'Which of the numbers; the first live one if absent', pattern: '^[0-9a-f]{64}$' })
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  readonly numberId?: string;
}

export class StartedCallDto {
  @ApiProperty({ format: 'uuid', description: 'Names the call, and the outcome that it leads to' })
  readonly callId: string;

  @ApiProperty({ description: 'The number to dial' })
  readonly numberId: string;
}
