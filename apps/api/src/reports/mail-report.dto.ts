import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { MAIL_STATES } from '#read-models/reports/read-mails';
import { ReportDefinitionsDto, ReportRowDto } from './report.dto.js';

/** Every number is defined in `definitions`. */
export class MailsDto {
  @ApiProperty({ type: 'integer', description: 'The sum of the states that follow' })
  readonly orders: number;
  @ApiProperty({ type: 'integer' })
  readonly waiting: number;
  @ApiProperty({ type: 'integer' })
  readonly started: number;
  @ApiProperty({ type: 'integer' })
  readonly refused: number;
  @ApiProperty({ type: 'integer' })
  readonly sent: number;
  @ApiProperty({ type: 'integer' })
  readonly failed: number;
  @ApiProperty({ type: 'integer' })
  readonly unknown: number;
  @ApiProperty({ type: 'integer' })
  readonly bounced: number;
  @ApiProperty({ type: 'integer' })
  readonly withoutAddress: number;
  @ApiProperty({ type: 'integer' })
  readonly cancelled: number;
  @ApiPropertyOptional({ description: 'Absent where no order owes a mail' })
  readonly sentPercent?: number;
}

export class MailReportRowDto extends IntersectionType(ReportRowDto, MailsDto) {}

export class MailReportDto {
  @ApiProperty({ type: [MailReportRowDto], description: 'One row in all where nothing is grouped' })
  readonly rows: readonly MailReportRowDto[];
  @ApiProperty({ type: MailsDto })
  readonly totals: MailsDto;
  @ApiProperty({ type: ReportDefinitionsDto })
  readonly definitions: ReportDefinitionsDto;
}

export class MailBehindDto {
  @ApiProperty({ format: 'uuid' })
  readonly orderId: string;
  @ApiProperty({ format: 'uuid' })
  readonly cardId: string;
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
  @ApiProperty({ enum: MAIL_STATES, description: 'R17: where its mail stands' })
  readonly mail: string;
  @ApiProperty({ type: 'integer', description: 'How often it was tried' })
  readonly attempts: number;
  @ApiPropertyOptional({
    format: 'date-time',
    description: 'Since when its mail stands so; absent before the first try',
  })
  readonly since?: string;
}

export class MailsBehindDto {
  @ApiProperty({ type: [MailBehindDto] })
  readonly orders: readonly MailBehindDto[];
  @ApiPropertyOptional({
    description: 'Where the next page begins; absent on the last. A page may hold less than `limit`',
  })
  readonly next?: string;
}
