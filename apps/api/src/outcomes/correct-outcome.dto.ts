import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { OutcomeReportDto } from './outcome-report.dto.js';

/** R21: the replacement; call, number, round and cause are those of the corrected outcome. */
export class CorrectOutcomeDto extends OutcomeReportDto {
  @ApiProperty({ description: 'Why it was wrong', maxLength: 500 })
  @IsString()
  @MaxLength(500)
  readonly reason: string;
}
