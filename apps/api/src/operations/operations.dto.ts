import { ApiProperty } from '@nestjs/swagger';
import { IsISO8601 } from 'class-validator';

export class HealthDto {
  @ApiProperty({ enum: ['ok'] })
  readonly status: 'ok';
}

export class ReadyDto {
  @ApiProperty({
    enum: ['ok', 'building', 'behind'],
    description:
      '`building`: some lists are shown for the first time later; `behind`: for more than 30 s what was saved is not shown',
  })
  readonly status: 'ok' | 'building' | 'behind';
}

export class ClockDto {
  @ApiProperty({ description: 'The present time of the installation', format: 'date-time' })
  @IsISO8601({ strict: true, strictSeparator: true })
  readonly now: string;
}
