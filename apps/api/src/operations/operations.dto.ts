import { ApiProperty } from '@nestjs/swagger';
import { IsISO8601 } from 'class-validator';

export class HealthDto {
  @ApiProperty({ enum: ['ok'] })
  readonly status: 'ok';
}

export class ClockDto {
  @ApiProperty({ description: 'The present time of the installation', format: 'date-time' })
  @IsISO8601({ strict: true, strictSeparator: true })
  readonly now: string;
}
