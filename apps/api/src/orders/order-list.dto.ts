import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import type { MailState } from '#domain/order-life/mail/mail-state';
import { MAIL_STATES } from '#read-models/reports/read-mails';

const STATUSES = ['standing', 'cancelled'] as const;
/** Where a mail stands that has not come to its end: what the order view finds by an index of its own. */
const MAIL_STAGES = ['due', 'started', 'failed'] as const;
export type MailStage = (typeof MAIL_STAGES)[number];
const LONGEST_CURSOR = 500;
const LONGEST_NAME = 200;
export const MOST_ON_A_PAGE = 200;

/** One of the filters at a time: each is an index of its own. */
export class OrdersAskedDto {
  @ApiPropertyOptional({ enum: STATUSES })
  @IsOptional()
  @IsIn(STATUSES)
  readonly status?: (typeof STATUSES)[number];

  @ApiPropertyOptional({
    enum: MAIL_STAGES,
    description:
      "R17: orders whose thank-you mail is to be sent (`due`), under way (`started`), or waits for an admin's word (`failed`: its `mail` is failed, unknown or bounced); the longest waiting first",
  })
  @IsOptional()
  @IsIn(MAIL_STAGES)
  readonly mail?: MailStage;

  @ApiPropertyOptional({ format: 'uuid', description: 'Orders of one card' })
  @IsOptional()
  @IsUUID()
  readonly cardId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Orders of one caller; a caller is shown their own only' })
  @IsOptional()
  @IsUUID()
  readonly callerId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Orders of one round' })
  @IsOptional()
  @IsUUID()
  readonly roundId?: string;

  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_CURSOR)
  readonly after?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MOST_ON_A_PAGE, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_ON_A_PAGE)
  readonly limit?: number;
}

export class OrderSearchDto {
  @ApiPropertyOptional({ description: 'The legal name, or its beginning', maxLength: LONGEST_NAME })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NAME)
  readonly name?: string;

  @ApiPropertyOptional({ example: '556036-0793', maxLength: LONGEST_NAME })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NAME)
  readonly companyNumber?: string;
}

export class OrderListedDto {
  @ApiProperty({ format: 'uuid' })
  readonly orderId: string;
  @ApiProperty({ enum: STATUSES })
  readonly status: (typeof STATUSES)[number];
  @ApiProperty({ format: 'date-time' })
  readonly takenAt: string;
  @ApiProperty({ format: 'date-time', description: 'Until then its caller may change it' })
  readonly regretUntil: string;
  @ApiProperty({ format: 'uuid' })
  readonly cardId: string;
  @ApiProperty({ format: 'uuid' })
  readonly callerId: string;
  @ApiPropertyOptional()
  readonly callerName?: string;
  @ApiProperty({ format: 'uuid' })
  readonly roundId: string;
  @ApiProperty()
  readonly legalName: string;
  @ApiProperty({ type: 'integer', description: 'Ex VAT (R12)' })
  readonly totalOre: number;
  @ApiProperty({ type: 'integer' })
  readonly totalVatOre: number;
  @ApiProperty({ description: 'No invoice goes out: the order says why (R15, R18)' })
  readonly isInvoiceHeld: boolean;
  @ApiProperty({
    enum: MAIL_STATES,
    description: 'R17: where the thank-you mail stands, as the report of mail delivery counts it',
  })
  readonly mail: MailState;
}

export class OrdersDto {
  @ApiProperty({ type: [OrderListedDto] })
  readonly orders: readonly OrderListedDto[];
  @ApiPropertyOptional({ description: 'Where the next page begins; absent on the last' })
  readonly next?: string;
}
