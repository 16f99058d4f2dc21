import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { msOf, toInstant } from '#domain/shared/instant';
import { ControlledClock } from '#runtime/clock';
import { Roles } from '../shared/access.decorators.js';
import { ClockDto } from './operations.dto.js';

/** Exists only where the configuration says CLOCK=controlled: a replay of an earlier period owns the time. */
@ApiTags('operations')
@Controller('clock')
export class ClockController {
  constructor(private readonly clock: ControlledClock) {}

  @Get()
  @Roles('service', 'admin')
  @ApiOperation({ summary: 'The present time of the installation; only where CLOCK=controlled' })
  @ApiOkResponse({ type: ClockDto })
  read(): ClockDto {
    return { now: this.clock.now() };
  }

  @Put()
  @Roles('service')
  @ApiOperation({ summary: 'Move the time; only where CLOCK=controlled' })
  @ApiOkResponse({ type: ClockDto })
  move(@Body() { now }: ClockDto): ClockDto {
    this.clock.moveTo(toInstant(msOf(now)));
    return { now: this.clock.now() };
  }
}
