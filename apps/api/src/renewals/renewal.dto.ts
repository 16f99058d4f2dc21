import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import type { NoRenewal } from '#domain/renewal/renewal';
import type { SeasonName } from '#events/contracts/index';

const LONGEST_CURSOR = 500;
const MOST_AT_ONCE = 200;
const REASONS = [
  'not-recurring',
  'cancelled',
  'ordered-this-season',
  'not-in-season',
  'no-call',
  'ceased',
  'closed',
  'locked',
] as const satisfies readonly NoRenewal[];
const WHY_NOT =
  'cancelled: the latest order was; not-in-season: once per year, in the other one; no-call (R6), ceased, closed for good, locked to a caller who promised to return (R3)';

export class RenewalsAskedDto {
  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_CURSOR)
  readonly after?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MOST_AT_ONCE, default: 50, description: 'Orders read' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_AT_ONCE)
  readonly limit?: number;
}

export class ProposedRowDto {
  @ApiProperty()
  readonly product: string;
  @ApiProperty({ description: 'R13: once per year, else twice' })
  readonly oncePerYear: boolean;
  @ApiProperty({ type: 'integer', description: 'Ex VAT (R12), as agreed before' })
  readonly listPriceOre: number;
  @ApiProperty({ type: 'integer', description: 'By the rate of today (R12)' })
  readonly vatOre: number;
}

export class ProposedRenewalDto {
  @ApiProperty({ format: 'uuid' })
  readonly cardId: string;
  @ApiProperty()
  readonly legalName: string;
  @ApiProperty({ format: 'uuid' })
  readonly lastOrderId: string;
  @ApiProperty({ format: 'date-time' })
  readonly lastTakenAt: string;
  @ApiProperty()
  readonly isDue: boolean;
  @ApiPropertyOptional({ enum: REASONS, description: `Of one that is not due. ${WHY_NOT}` })
  readonly reason?: NoRenewal;
  @ApiPropertyOptional({ type: [ProposedRowDto], description: 'Of one that is due: what would be ordered' })
  readonly rows?: readonly ProposedRowDto[];
  @ApiPropertyOptional({ type: 'integer' })
  readonly totalOre?: number;
  @ApiPropertyOptional({ type: 'integer' })
  readonly totalVatOre?: number;
}

export class ProposedRenewalsDto {
  @ApiProperty({ type: String, example: '2027-spring', description: 'Of the day on which the round was opened' })
  readonly season: SeasonName;
  @ApiProperty({ type: [ProposedRenewalDto], description: 'Customers who have ordered recurring in the campaign' })
  readonly customers: readonly ProposedRenewalDto[];
  @ApiPropertyOptional({ description: 'Where the next page begins; absent on the last' })
  readonly next?: string;
}

export class ConfirmRenewalsDto {
  @ApiProperty({ type: [String], format: 'uuid', description: 'Cards of the customers whose renewal was looked at' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  readonly cardIds: readonly string[];
}

export class RenewedDto {
  @ApiProperty({ format: 'uuid' })
  readonly cardId: string;
  @ApiProperty({ description: 'The order of the season stands, made now or before' })
  readonly isRenewed: boolean;
  @ApiPropertyOptional({ format: 'uuid' })
  readonly orderId?: string;
  @ApiPropertyOptional({ enum: REASONS, description: WHY_NOT })
  readonly reason?: NoRenewal;
}

export class RenewedListDto {
  @ApiProperty({ type: [RenewedDto] })
  readonly customers: readonly RenewedDto[];
}
