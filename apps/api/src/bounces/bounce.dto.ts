import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { REPORT_VERDICTS, type ReportVerdict } from '#processes/mail/bounces/bounces';

/** RFC 3464 */
const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
const STATUS = /^[245]\.\d{1,3}\.\d{1,3}$/;
/** A line of a mail (RFC 5322). */
const LONGEST_MESSAGE_ID = 998;

export class BounceReportDto {
  @ApiProperty({ description: 'Of the mail that it is about, as it was sent', maxLength: LONGEST_MESSAGE_ID })
  @IsString()
  @MaxLength(LONGEST_MESSAGE_ID)
  readonly messageId: string;

  @ApiProperty({ enum: ACTIONS, description: 'As in RFC 3464; `failed`: nobody tries any longer' })
  @IsIn(ACTIONS)
  readonly action: (typeof ACTIONS)[number];

  @ApiPropertyOptional({
    pattern: STATUS.source,
    description: 'Enhanced status code (RFC 3463); class 4 is a soft bounce, all else a hard one',
    example: '5.1.1',
  })
  @IsOptional()
  @Matches(STATUS)
  readonly status?: string;
}

export class BounceTakenDto {
  @ApiProperty({ enum: REPORT_VERDICTS })
  readonly verdict: ReportVerdict;
}
