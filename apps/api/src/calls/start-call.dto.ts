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

  @ApiProperty({ description: 'R5: which attempt this is, on this card in this round' })
  readonly attempt: number;

  @ApiProperty({ description: 'R5: the caller is offered Declined/exhausted' })
  readonly offersExhausted: boolean;

  @ApiProperty({ description: 'R5: only a final outcome will be taken, unless a lead allows a further attempt' })
  readonly mustBeFinal: boolean;
}
