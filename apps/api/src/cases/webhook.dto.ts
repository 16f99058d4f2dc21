import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

const STATUSES = ['failing', 'delivered', 'given-up'] as const;
const MESSAGES = ['case.raised', 'case.alarmed', 'case.resolved'] as const;
const LONGEST_CURSOR = 500;

export class WebhookDeliveriesAskedDto {
  @ApiPropertyOptional({ enum: STATUSES })
  @IsOptional()
  @IsIn(STATUSES)
  readonly status?: (typeof STATUSES)[number];

  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_CURSOR)
  readonly after?: string;
}

export class WebhookDeliveryDto {
  @ApiProperty({ format: 'uuid', description: 'Of the event that it is about; sent as `Aterkom-Delivery`' })
  readonly deliveryId: string;
  @ApiProperty({ format: 'uuid' })
  readonly caseId: string;
  @ApiProperty({ enum: MESSAGES })
  readonly message: (typeof MESSAGES)[number];
  @ApiProperty({ enum: STATUSES, description: '`failing`: it is tried again, for a day' })
  readonly status: (typeof STATUSES)[number];
  @ApiPropertyOptional({ type: 'integer', description: 'Absent where nothing answered' })
  readonly httpStatus?: number;
  @ApiPropertyOptional({ format: 'date-time', description: 'When the first try failed' })
  readonly failingSince?: string;
  @ApiProperty({ format: 'date-time' })
  readonly changedAt: string;
}

export class WebhookDeliveriesDto {
  @ApiProperty({ type: [WebhookDeliveryDto] })
  readonly deliveries: readonly WebhookDeliveryDto[];
  @ApiPropertyOptional({ description: 'Where the next page begins; absent on the last' })
  readonly next?: string;
}
