import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { DirectedPurchase, OrderRow } from '#events/contracts/index';
import type { OrderFormInput, OrderRowInput } from '#domain/order/order-form-input';

// What the caller types. Every field may be missing: the rules (R10-R15, R19) answer for all of them at once.

const LONGEST_TEXT = 200;
const LONGEST_NOTE = 2000;
const MOST_ROWS = 100;
/** 100 million kr: above any order, below what a whole number can hold. */
const HIGHEST_PRICE_ORE = 10_000_000_000;

export class PostalAddressDto {
  @ApiPropertyOptional({ maxLength: LONGEST_TEXT })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly name?: string;

  @ApiPropertyOptional({ maxLength: LONGEST_TEXT })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly street?: string;

  @ApiPropertyOptional({ example: '114 55', maxLength: 20 })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  readonly postcode?: string;

  @ApiPropertyOptional({ maxLength: LONGEST_TEXT })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly city?: string;
}

export class InvoiceDto {
  @ApiPropertyOptional({ enum: ['post', 'e-mail', 'e-invoice'], description: 'R15' })
  @IsIn(['post', 'e-mail', 'e-invoice'])
  readonly kind: 'post' | 'e-mail' | 'e-invoice';

  @ApiPropertyOptional({ type: PostalAddressDto, description: 'With `post`' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PostalAddressDto)
  readonly address?: PostalAddressDto;

  @ApiPropertyOptional({ description: 'With `e-mail`', maxLength: LONGEST_TEXT })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly email?: string;

  @ApiPropertyOptional({ description: 'With `e-invoice`; admin may fill it in later', example: '0007:2021005489' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly peppolId?: string;

  @ApiPropertyOptional({ description: 'With `e-invoice`: 13 digits', example: '7365560000000' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly gln?: string;
}

export class OrderRowDto implements OrderRowInput {
  @ApiPropertyOptional({ maxLength: LONGEST_TEXT })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly product?: string;

  @ApiPropertyOptional({ enum: ['advertising', 'printed-matter', 'food'], default: 'advertising' })
  @IsOptional()
  @IsIn(['advertising', 'printed-matter', 'food'])
  readonly productClass?: OrderRow['productClass'];

  @ApiPropertyOptional({ enum: ['single', 'recurring'], description: 'singel / löpande (R13)' })
  @IsOptional()
  @IsIn(['single', 'recurring'])
  readonly kind?: OrderRow['kind'];

  @ApiPropertyOptional({ description: 'löpande 1 g/år: only with recurring (R13)' })
  @IsOptional()
  @IsBoolean()
  readonly oncePerYear?: boolean;

  @ApiPropertyOptional({ description: 'List price ex VAT in öre (R12)', example: 120000 })
  @IsOptional()
  @IsInt()
  @Max(HIGHEST_PRICE_ORE)
  readonly listPriceOre?: number;
}

export class DirectedPurchaseDto {
  @ApiPropertyOptional({ enum: ['school', 'preschool'] })
  @IsOptional()
  @IsIn(['school', 'preschool'])
  readonly recipientKind?: DirectedPurchase['recipientKind'];

  @ApiPropertyOptional({ maxLength: LONGEST_TEXT })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly recipient?: string;

  @ApiPropertyOptional({ maxLength: LONGEST_TEXT })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly classOrDepartment?: string;
}

/** R10: the order form. */
export class OrderFormDto {
  @ApiPropertyOptional({ maxLength: LONGEST_TEXT })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly legalName?: string;

  @ApiPropertyOptional({ description: 'Only where it differs from the legal name (R11)', maxLength: LONGEST_TEXT })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly marketingName?: string;

  @ApiPropertyOptional({ maxLength: LONGEST_TEXT })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly contactFirstName?: string;

  @ApiPropertyOptional({ maxLength: LONGEST_TEXT })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly contactLastName?: string;

  @ApiPropertyOptional({ example: '556036-0793', maxLength: 20 })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  readonly companyNumber?: string;

  @ApiPropertyOptional({ description: 'An address, or `has-none`', maxLength: LONGEST_TEXT })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly email?: string;

  @ApiPropertyOptional({ type: InvoiceDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => InvoiceDto)
  readonly invoice?: InvoiceDto;

  @ApiPropertyOptional({ enum: [10, 30], description: 'Days' })
  @IsOptional()
  @IsInt()
  readonly termsDays?: number;

  @ApiPropertyOptional({ description: 'From the 1200 threshold: an address, or `none` (R11)', maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly webAddress?: string;

  @ApiPropertyOptional({ type: [OrderRowDto], maxItems: MOST_ROWS })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ROWS)
  @ValidateNested({ each: true })
  @Type(() => OrderRowDto)
  readonly rows?: readonly OrderRowDto[];

  @ApiPropertyOptional({ type: DirectedPurchaseDto, description: 'Riktad (R14)' })
  @IsOptional()
  @ValidateNested()
  @Type(() => DirectedPurchaseDto)
  readonly directedPurchase?: DirectedPurchaseDto;

  @ApiPropertyOptional({ type: PostalAddressDto, description: 'Where the diploma goes, if elsewhere' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PostalAddressDto)
  readonly diplomaAddress?: PostalAddressDto;

  @ApiPropertyOptional({ maxLength: LONGEST_NOTE })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NOTE)
  readonly note?: string;

  @ApiPropertyOptional({ type: [String], description: 'Codes of the warnings that the caller holds to be right' })
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  @ArrayMaxSize(50)
  readonly confirmedWarnings?: readonly string[];
}

/** The invoice as the rules read it: what belongs to its kind. */
export function orderFormInput({ invoice, ...form }: OrderFormDto): OrderFormInput {
  if (!invoice) return form;
  const { kind, address, email, peppolId, gln } = invoice;
  switch (kind) {
    case 'post':
      return { ...form, invoice: { kind, ...(address && { address }) } };
    case 'e-mail':
      return { ...form, invoice: { kind, ...(email !== undefined && { email }) } };
    case 'e-invoice':
      return {
        ...form,
        invoice: { kind, ...(peppolId !== undefined && { peppolId }), ...(gln !== undefined && { gln }) },
      };
  }
}
