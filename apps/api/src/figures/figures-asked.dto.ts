import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayUnique, IsArray, IsIn, IsISO8601, IsOptional, IsUUID, Matches } from 'class-validator';
import { DIMENSIONS, type Dimension } from '#read-models/figures/read-figures';
import { NotBefore } from '../shared/not-before.js';

const DAY = /^\d{4}-\d\d-\d\d$/;

const listed = ({ value }: { readonly value: unknown }): unknown =>
  typeof value === 'string' ? value.split(',').filter((part) => part !== '') : value;

export class FiguresAskedDto {
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
  @Matches(DAY)
  @IsISO8601({ strict: true })
  readonly from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Last day, in Swedish time', example: '2026-11-30' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  @NotBefore('from')
  readonly to?: string;

  @ApiPropertyOptional({
    description: `What the rows are grouped by, in this order, with commas between: ${DIMENSIONS.join(', ')}`,
    type: String,
    example: 'caller,day',
  })
  @IsOptional()
  @Transform(listed)
  @IsArray()
  @IsIn(DIMENSIONS, { each: true })
  @ArrayUnique()
  readonly groupBy?: readonly Dimension[];
}
