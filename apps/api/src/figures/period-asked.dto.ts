import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayUnique, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator';
import { IsDay } from '../shared/is-day.js';
import { NotBefore } from '../shared/not-before.js';

const listed = ({ value }: { readonly value: unknown }): unknown =>
  typeof value === 'string' ? value.split(',').filter((part) => part !== '') : value;

/** Which calls and orders figures and reports are asked of. */
export class PeriodAskedDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'One round' })
  @IsOptional()
  @IsUUID()
  readonly roundId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'All rounds of a campaign' })
  @IsOptional()
  @IsUUID()
  readonly campaignId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'One caller; a caller is shown their own figures only' })
  @IsOptional()
  @IsUUID()
  readonly callerId?: string;

  @ApiPropertyOptional({ format: 'date', description: 'First day, in Swedish time', example: '2026-11-01' })
  @IsOptional()
  @IsDay()
  readonly from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Last day, in Swedish time', example: '2026-11-30' })
  @IsOptional()
  @IsDay()
  @NotBefore('from')
  readonly to?: string;
}

/** What rows are grouped by: a list with commas between. */
export const GroupBy = (dimensions: readonly string[], example: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      description: `What the rows are grouped by, in this order, with commas between: ${dimensions.join(', ')}`,
      type: String,
      example,
    }),
    IsOptional(),
    Transform(listed),
    IsArray(),
    IsIn(dimensions, { each: true }),
    ArrayUnique(),
  );
