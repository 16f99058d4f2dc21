import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional, IntersectionType, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { CASE_KINDS } from '#domain/case/kinds';
import type { MailState } from '#domain/order-life/mail/mail-state';
import type { CaseKind, OutcomeCause, OutcomeCode } from '#events/contracts/index';
import type { SoldKind } from '#read-models/reports/order-sales.projection';
import { CASE_AGES, CASE_DIMENSIONS, type CaseAge, type CaseDimension } from '#read-models/reports/read-cases';
import { CONVERSION_DIMENSIONS, type ConversionDimension } from '#read-models/reports/read-conversion';
import { MAIL_DIMENSIONS, MAIL_STATES, type MailDimension } from '#read-models/reports/read-mails';
import { SALES_DIMENSIONS, type SalesDimension } from '#read-models/reports/read-order-sales';
import { CASE_STATUSES, type CaseStatus } from '../cases/case.dto.js';
import { GroupBy, PeriodAskedDto } from '../figures/period-asked.dto.js';
import { causeNames, outcomeNames } from '../texts/outcome-names.js';
import { soldKindNames } from '../texts/report-names.js';

const LONGEST_TEXT = 200;
const LONGEST_CURSOR = 500;
const MOST_ON_A_PAGE = 200;
/** More than anybody calls a card in a round. */
const MOST_CALLS = 100_000;

const OUTCOMES = Object.keys(outcomeNames).filter((code) => code !== 'call-started');

const WholeNumber = (description: string, { from = 0, to = MOST_CALLS } = {}): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'integer', minimum: from, maximum: to, description }),
    IsOptional(),
    Type(() => Number),
    IsInt(),
    Min(from),
    Max(to),
  );

const OneOf = (choices: readonly string[], description: string): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ enum: choices, description }), IsOptional(), IsIn(choices));

/** A page of a list. */
class PageAskedDto {
  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_CURSOR)
  readonly after?: string;

  @WholeNumber('Rows on a page; 50 when absent', { from: 1, to: MOST_ON_A_PAGE })
  readonly limit?: number;
}

class OrdersAskedDto extends PeriodAskedDto {
  @ApiPropertyOptional({ description: 'As the order row says it', maxLength: LONGEST_TEXT })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly product?: string;

  @OneOf(Object.keys(soldKindNames), 'R13')
  readonly kind?: SoldKind;
}

export class OrdersReportAskedDto extends OrdersAskedDto {
  @GroupBy(SALES_DIMENSIONS, 'caller,day')
  readonly groupBy?: readonly SalesDimension[];
}

export class OrdersBehindAskedDto extends IntersectionType(OrdersAskedDto, PageAskedDto) {}

class MailAskedDto extends PeriodAskedDto {
  @OneOf(MAIL_STATES, 'R17: orders whose mail stands so')
  readonly mail?: MailState;
}

export class MailReportAskedDto extends MailAskedDto {
  @GroupBy(MAIL_DIMENSIONS, 'round,day')
  readonly groupBy?: readonly MailDimension[];
}

export class MailsBehindAskedDto extends IntersectionType(MailAskedDto, PageAskedDto) {}

class CasesAskedDto extends PickType(PeriodAskedDto, ['from', 'to']) {
  @OneOf(CASE_KINDS, 'Of one kind')
  readonly kind?: CaseKind;
}

export class CasesReportAskedDto extends CasesAskedDto {
  @GroupBy(CASE_DIMENSIONS, 'kind')
  readonly groupBy?: readonly CaseDimension[];
}

export class CasesBehindAskedDto extends IntersectionType(CasesAskedDto, PageAskedDto) {
  @OneOf(CASE_STATUSES, 'Of one status')
  readonly status?: CaseStatus;

  @OneOf(CASE_AGES, 'Open ones of one age in working time')
  readonly age?: CaseAge;
}

class ConversionAskedDto extends PeriodAskedDto {
  @WholeNumber('Which call on the card in the round')
  readonly call?: number;

  @ApiPropertyOptional({ description: 'The outcomes before', example: 'no-answer,callback', maxLength: LONGEST_TEXT })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly path?: string;
}

export class ConversionReportAskedDto extends ConversionAskedDto {
  @GroupBy(CONVERSION_DIMENSIONS, 'path')
  readonly groupBy?: readonly ConversionDimension[];
}

export class ConversionBehindAskedDto extends IntersectionType(ConversionAskedDto, PageAskedDto) {}

export class OutcomesBehindAskedDto extends ConversionBehindAskedDto {
  @OneOf(OUTCOMES, 'The outcome that stands')
  readonly outcome?: OutcomeCode;

  @OneOf(Object.keys(causeNames), 'R1')
  readonly cause?: OutcomeCause;

  @WholeNumber('R5')
  readonly attempt?: number;
}
