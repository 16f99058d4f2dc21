import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { InvoiceHold } from '#domain/order-life/invoicing/invoice-due';
import type { InvoiceFile } from '#events/contracts/index';
import { DOCUMENT_KINDS, INVOICE_HOLDS } from '../orders/order.dto.js';
import { IsDay } from '../shared/is-day.js';

const LONGEST_CURSOR = 500;
const MOST_ON_A_PAGE = 200;
const FILES = ['csv', 'ubl'] as const satisfies readonly InvoiceFile[];

export class InvoiceDayDto {
  @ApiProperty({ format: 'date', description: 'Day of issue, in Swedish time', example: '2026-11-23' })
  @IsString()
  @IsDay()
  readonly issuedOn: string;
}

export class InvoiceNumberDto {
  @ApiProperty({ type: 'integer', minimum: 1 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  readonly number: number;
}

export class InvoiceRunDto {
  @ApiProperty({ format: 'date' })
  readonly issuedOn: string;
  @ApiProperty({ format: 'date-time' })
  readonly decidedAt: string;
  @ApiProperty({ format: 'uuid', description: 'Account, or the command line' })
  readonly decidedBy: string;
  @ApiProperty({ type: 'integer' })
  readonly invoices: number;
  @ApiProperty({ type: 'integer' })
  readonly creditNotes: number;
  @ApiPropertyOptional({ type: 'integer' })
  readonly firstNumber?: number;
  @ApiPropertyOptional({ type: 'integer' })
  readonly lastNumber?: number;
  @ApiProperty({ description: 'Every order knows its numbers; the files can be exported' })
  readonly isRecorded: boolean;
}

export class InvoiceRunMadeDto extends InvoiceRunDto {
  @ApiProperty({ description: 'The day had been invoiced before; nothing was made now' })
  readonly wasMade: boolean;
}

export class DocumentInRunDto {
  @ApiProperty({ type: 'integer' })
  readonly number: number;
  @ApiProperty({ enum: DOCUMENT_KINDS })
  readonly kind: (typeof DOCUMENT_KINDS)[number];
  @ApiProperty({ format: 'uuid' })
  readonly orderId: string;
}

export class ExportOfRunDto {
  @ApiProperty({ enum: FILES })
  readonly file: InvoiceFile;
  @ApiProperty({ example: 'invoices-2026-11-23-re-export-1.csv' })
  readonly name: string;
  @ApiProperty({ description: 'A copy of a file that had been exported before' })
  readonly isReExport: boolean;
  @ApiProperty({ format: 'date-time' })
  readonly exportedAt: string;
  @ApiProperty({ description: 'Of the bytes, as hex; the same for every copy' })
  readonly sha256: string;
}

export class InvoiceRunWholeDto extends InvoiceRunDto {
  @ApiProperty({ type: [DocumentInRunDto] })
  readonly documents: readonly DocumentInRunDto[];
  @ApiProperty({ type: [ExportOfRunDto], description: 'Oldest first' })
  readonly exports: readonly ExportOfRunDto[];
}

export class HeldAskedDto {
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

export class HeldOrderDto {
  @ApiProperty({ format: 'uuid' })
  readonly orderId: string;
  @ApiProperty()
  readonly legalName: string;
  @ApiProperty({ format: 'date-time', description: 'From when it would be invoiced' })
  readonly heldSince: string;
  @ApiProperty({
    enum: INVOICE_HOLDS,
    isArray: true,
    description:
      'company-number: a register objects and no admin has accepted it (R18); e-invoice-id: neither Peppol id nor GLN to send it to (R15)',
  })
  readonly holds: readonly InvoiceHold[];
}

export class HeldOrdersDto {
  @ApiProperty({ type: [HeldOrderDto], description: 'The longest held first' })
  readonly orders: readonly HeldOrderDto[];
  @ApiPropertyOptional({ description: 'Where the next page begins; absent on the last' })
  readonly next?: string;
}
