import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { OrderFormDto } from './order-form.dto.js';

export class PreviewOrderDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly roundId: string;

  @ApiProperty({ description: 'The order form (R10)' })
  @ValidateNested()
  @Type(() => OrderFormDto)
  readonly form: OrderFormDto;

  @ApiPropertyOptional({ enum: ['sv', 'en'], default: 'sv', description: 'Language of the read-back' })
  @IsOptional()
  @IsIn(['sv', 'en'])
  readonly language?: 'sv' | 'en';
}

export class OrderWarningDto {
  @ApiProperty({ example: 'order.odd-price' })
  readonly code: string;

  @ApiProperty({ example: 'rows.0.listPriceOre' })
  readonly field: string;

  @ApiProperty({ description: 'In the language of the client' })
  readonly message: string;
}

export class OrderPreviewDto {
  @ApiProperty({ description: 'To be read aloud before the customer says yes' })
  readonly readBack: string;

  @ApiProperty({ type: 'integer', description: 'öre, ex VAT' })
  readonly totalOre: number;

  @ApiProperty({ type: 'integer', description: 'öre' })
  readonly totalVatOre: number;

  @ApiProperty({ type: [OrderWarningDto], description: 'R10, R19: what the caller confirms or corrects' })
  readonly warnings: readonly OrderWarningDto[];
}
