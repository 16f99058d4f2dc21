import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { InvoiceHold } from '#domain/order-life/invoicing/invoice-due';
import type { InvoicingDocument } from '#domain/order-life/invoicing/invoicing';
import type { CompanyNumberChecked, OrderForm } from '#events/contracts/index';
import { HistoryEntryDto } from '../shared/history.dto.js';
import { OrderListedDto } from './order-list.dto.js';

export class CompanyCheckDto {
  @ApiProperty({ enum: ['match', 'mismatch', 'unknown-number', 'ceased'] })
  readonly result: CompanyNumberChecked['data']['result'];
  @ApiPropertyOptional({ description: 'As the register has it' })
  readonly registeredName?: string;
  @ApiProperty({ format: 'date-time' })
  readonly checkedAt: string;
}

export const INVOICE_HOLDS = ['company-number', 'e-invoice-id'] as const satisfies readonly InvoiceHold[];
export const DOCUMENT_KINDS = ['invoice', 'credit-note'] as const;

export class InvoiceOfOrderDto implements InvoicingDocument {
  @ApiProperty({ type: 'integer' })
  readonly number: number;
  @ApiProperty({ enum: DOCUMENT_KINDS })
  readonly kind: (typeof DOCUMENT_KINDS)[number];
  @ApiProperty({ format: 'date' })
  readonly issuedOn: string;
}

/** The order as it holds now. */
export class OrderAnswer extends OrderListedDto {
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The form (R10), with VAT and totals' })
  readonly form: OrderForm;
  @ApiProperty({ description: 'What the caller read aloud: the evidence of what was agreed' })
  readonly readBack: string;
  @ApiProperty({ enum: ['sv', 'en'] })
  readonly language: string;
  @ApiProperty({ type: [String], description: 'Codes of the warnings that were confirmed (R10, R19)' })
  readonly confirmedWarnings: readonly string[];
  @ApiProperty({ enum: ['call', 'mail', 'renewal'] })
  readonly channel: string;
  @ApiPropertyOptional({ description: 'Of an order by mail' })
  readonly messageReference?: string;
  @ApiPropertyOptional({ type: CompanyCheckDto, description: 'R18; absent while no register has answered' })
  readonly companyCheck?: CompanyCheckDto;
  @ApiProperty({ description: 'R18: an admin has accepted the company number' })
  readonly companyAccepted: boolean;
  @ApiProperty({ enum: INVOICE_HOLDS, isArray: true, description: 'R15, R18: why no invoice goes out' })
  readonly invoiceHolds: readonly InvoiceHold[];
  @ApiProperty({ type: [InvoiceOfOrderDto], description: 'Invoices and credit notes, oldest first' })
  readonly invoices: readonly InvoiceOfOrderDto[];
  @ApiPropertyOptional({ format: 'date-time' })
  readonly cancelledAt?: string;
}

export class OrderWithHistory extends OrderAnswer {
  @ApiProperty({ type: [HistoryEntryDto], description: 'Oldest first' })
  readonly history: readonly HistoryEntryDto[];
}
