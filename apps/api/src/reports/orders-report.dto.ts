import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { soldKindNames } from '../texts/report-names.js';
import { ReportDefinitionsDto, ReportRowDto } from './report.dto.js';

const KINDS = Object.keys(soldKindNames);

/** Every number is defined in `definitions`. */
export class SalesDto {
  @ApiProperty({ type: 'integer' })
  readonly ordersTaken: number;
  @ApiProperty({ type: 'integer' })
  readonly takenValueOre: number;
  @ApiProperty({ type: 'integer' })
  readonly ordersChanged: number;
  @ApiProperty({ type: 'integer' })
  readonly changedValueOre: number;
  @ApiProperty({ type: 'integer' })
  readonly ordersCancelled: number;
  @ApiProperty({ type: 'integer' })
  readonly cancelledValueOre: number;
  @ApiProperty({ type: 'integer' })
  readonly orders: number;
  @ApiProperty({ type: 'integer', description: 'R12: öre, ex VAT' })
  readonly valueOre: number;
  @ApiProperty({ type: 'integer' })
  readonly recurringOrders: number;
  @ApiProperty({ type: 'integer' })
  readonly recurringValueOre: number;
  @ApiPropertyOptional({ description: 'Absent where no order stands' })
  readonly recurringOrderPercent?: number;
  @ApiPropertyOptional({ description: 'Absent where no value stands' })
  readonly recurringValuePercent?: number;
}

export class OrdersReportRowDto extends IntersectionType(ReportRowDto, SalesDto) {
  @ApiPropertyOptional()
  readonly product?: string;
  @ApiPropertyOptional({ enum: KINDS })
  readonly kind?: string;
}

export class OrdersReportDto {
  @ApiProperty({ type: [OrdersReportRowDto], description: 'One row in all where nothing is grouped' })
  readonly rows: readonly OrdersReportRowDto[];
  @ApiProperty({ type: SalesDto, description: 'Every order once, also where it stands in several rows' })
  readonly totals: SalesDto;
  @ApiProperty({ type: ReportDefinitionsDto })
  readonly definitions: ReportDefinitionsDto;
}

export class SoldLineDto {
  @ApiProperty()
  readonly product: string;
  @ApiProperty({ enum: KINDS })
  readonly kind: string;
  @ApiProperty({ type: 'integer', description: 'R12: öre, ex VAT' })
  readonly valueOre: number;
}

export class OrderBehindDto {
  @ApiProperty({ format: 'uuid' })
  readonly orderId: string;
  @ApiProperty({ format: 'uuid' })
  readonly cardId: string;
  @ApiProperty({ format: 'uuid', description: 'The outcome that it was taken with' })
  readonly outcomeId: string;
  @ApiProperty({ format: 'uuid' })
  readonly roundId: string;
  @ApiPropertyOptional()
  readonly roundName?: string;
  @ApiProperty({ format: 'uuid' })
  readonly callerId: string;
  @ApiPropertyOptional()
  readonly callerName?: string;
  @ApiProperty({ format: 'date' })
  readonly day: string;
  @ApiProperty({ format: 'date-time' })
  readonly takenAt: string;
  @ApiProperty({ enum: ['standing', 'cancelled'] })
  readonly status: 'standing' | 'cancelled';
  @ApiProperty({ type: [SoldLineDto], description: 'As it was taken' })
  readonly taken: readonly SoldLineDto[];
  @ApiProperty({ type: [SoldLineDto], description: 'As it stands, or was when it was cancelled' })
  readonly now: readonly SoldLineDto[];
}

export class OrdersBehindDto {
  @ApiProperty({ type: [OrderBehindDto] })
  readonly orders: readonly OrderBehindDto[];
  @ApiPropertyOptional({
    description: 'Where the next page begins; absent on the last. A page may hold less than `limit`',
  })
  readonly next?: string;
}
