import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsInt, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { defaultSettings } from '#domain/campaign/campaign-settings';

const NAME_LENGTH = 120;

/** R23 */
export class CallingHoursDto {
  @ApiProperty({
    type: [Number],
    description: 'ISO weekdays, 1 is Monday',
    example: defaultSettings.callingHours.weekdays,
  })
  @IsArray()
  @IsInt({ each: true })
  readonly weekdays: readonly number[];

  @ApiProperty({ description: 'Wall time in Europe/Stockholm', example: defaultSettings.callingHours.from })
  @IsString()
  readonly from: string;

  @ApiProperty({ description: 'Wall time in Europe/Stockholm, exclusive', example: defaultSettings.callingHours.to })
  @IsString()
  readonly to: string;

  @ApiProperty({ description: 'Whether calls are made on public holidays and the four eves', example: false })
  @IsBoolean()
  readonly onHolidays: boolean;
}

export class CampaignSettingsDto {
  @ApiProperty({
    description: 'R2: minutes that a claim lives unless it is renewed',
    example: defaultSettings.leaseMinutes,
  })
  @IsInt()
  readonly leaseMinutes: number;

  @ApiProperty({
    description: 'Hours before a card without an answer is handed out again',
    example: defaultSettings.noAnswerRetryHours,
  })
  @IsInt()
  readonly noAnswerRetryHours: number;

  @ApiProperty({ description: 'Minutes before a busy line is tried again', example: defaultSettings.busyRetryMinutes })
  @IsInt()
  readonly busyRetryMinutes: number;

  @ApiProperty({
    description: 'R5: from this attempt Declined/exhausted is offered',
    example: defaultSettings.exhaustedOfferedFromAttempt,
  })
  @IsInt()
  readonly exhaustedOfferedFromAttempt: number;

  @ApiProperty({
    description: 'R5: the attempt that must be final unless a lead allows a further one',
    example: defaultSettings.attemptCap,
  })
  @IsInt()
  readonly attemptCap: number;

  @ApiProperty({ description: 'R9: hours of rest after somebody was spoken with', example: defaultSettings.restHours })
  @IsInt()
  readonly restHours: number;

  @ApiProperty({
    description: 'R6, R9: workplaces up to which a company is small',
    example: defaultSettings.smallCompanyWorkplaces,
  })
  @IsInt()
  readonly smallCompanyWorkplaces: number;

  @ApiProperty({ description: 'Days of rest after "you just rang"', example: defaultSettings.recentlyCalledRestDays })
  @IsInt()
  readonly recentlyCalledRestDays: number;

  @ApiProperty({ description: 'Calendar months that Deferred hides a card', example: defaultSettings.deferredMonths })
  @IsInt()
  readonly deferredMonths: number;

  @ApiProperty({ description: 'R23', type: CallingHoursDto })
  @ValidateNested()
  @Type(() => CallingHoursDto)
  readonly callingHours: CallingHoursDto;

  @ApiProperty({
    description: 'R24: working days before an overdue promise is offered to the team',
    example: defaultSettings.offerToTeamAfterWorkingDays,
  })
  @IsInt()
  readonly offerToTeamAfterWorkingDays: number;

  @ApiProperty({
    description: 'R24: the most priority locks a caller may hold',
    example: defaultSettings.maxPriorityLocks,
  })
  @IsInt()
  readonly maxPriorityLocks: number;

  @ApiProperty({
    description: 'R11: öre ex VAT from which an order is asked for the web or Facebook address',
    example: defaultSettings.webAddressFromOre,
  })
  @IsInt()
  readonly webAddressFromOre: number;

  @ApiProperty({
    description:
      'R17: minutes after the call in which its caller may change the order; the thank-you mail waits as long',
    example: defaultSettings.regretMinutes,
  })
  @IsInt()
  readonly regretMinutes: number;

  @ApiProperty({
    description: 'Minutes that a permit to call lives if its call never ends',
    example: defaultSettings.longestCallMinutes,
  })
  @IsInt()
  readonly longestCallMinutes: number;
}

export class CreateCampaignDto {
  @ApiProperty({ example: 'Vårkampanjen 2027', maxLength: NAME_LENGTH })
  @IsString()
  @MaxLength(NAME_LENGTH)
  readonly name: string;

  @ApiPropertyOptional({ type: CampaignSettingsDto, description: 'The defaults of the business rules when absent' })
  @IsOptional()
  @ValidateNested()
  @Type(() => CampaignSettingsDto)
  readonly settings?: CampaignSettingsDto;
}

export class OpenRoundDto {
  @ApiProperty({ example: 'Omgång 1', maxLength: NAME_LENGTH })
  @IsString()
  @MaxLength(NAME_LENGTH)
  readonly name: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'A round of the campaign whose cards enter this one' })
  @IsOptional()
  @IsUUID()
  readonly carriedOverFrom?: string;
}

export class CampaignMadeDto {
  @ApiProperty({ format: 'uuid' })
  readonly campaignId: string;
}

export class RoundMadeDto {
  @ApiProperty({ format: 'uuid' })
  readonly roundId: string;
}

export class RoundDto {
  @ApiProperty({ format: 'uuid' })
  readonly roundId: string;

  @ApiProperty()
  readonly name: string;

  @ApiPropertyOptional({ format: 'uuid' })
  readonly carriedOverFrom?: string;

  @ApiProperty({ format: 'date-time' })
  readonly openedAt: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Absent while the round is open' })
  readonly closedAt?: string;
}

export class RoundInListDto extends RoundDto {
  @ApiProperty({ format: 'uuid' })
  readonly campaignId: string;

  @ApiProperty()
  readonly campaignName: string;
}

export class CampaignDto {
  @ApiProperty({ format: 'uuid' })
  readonly campaignId: string;

  @ApiProperty()
  readonly name: string;

  @ApiProperty({ type: CampaignSettingsDto })
  readonly settings: CampaignSettingsDto;

  @ApiProperty({ type: [RoundDto], description: 'In the order in which they were opened' })
  readonly rounds: readonly RoundDto[];
}
