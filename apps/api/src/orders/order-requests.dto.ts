import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import type { Language } from '#events/contracts/index';
import { OrderFormDto } from '../outcomes/order-form.dto.js';

const LONGEST_REASON = 500;

export class OrderReasonDto {
  @ApiProperty({ description: 'Why', maxLength: LONGEST_REASON })
  @IsString()
  @MaxLength(LONGEST_REASON)
  readonly reason: string;
}

export class ChangeOrderDto extends OrderReasonDto {
  @ApiProperty({ description: 'The whole form as it holds from here (R10-R15)' })
  @ValidateNested()
  @Type(() => OrderFormDto)
  readonly form: OrderFormDto;

  @ApiPropertyOptional({ enum: ['sv', 'en'], description: 'Language of the read-back; as before when absent' })
  @IsOptional()
  @IsIn(['sv', 'en'])
  readonly language?: Language;
}
