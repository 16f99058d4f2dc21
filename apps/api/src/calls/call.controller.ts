import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Cause } from '#events/deciding/cause';
import { Roles } from '../shared/access.decorators.js';
import { Id } from '../shared/id.pipe.js';
import { RequestCause } from '../shared/request-cause.js';
import type { Saved } from '../shared/saved.js';
import { StartCallDto, StartedCallDto } from './start-call.dto.js';
import { StartCall } from './start-call.handler.js';

@ApiTags('calls')
@Controller('cards/:cardId/calls')
export class CallController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Roles('caller', 'lead', 'admin')
  @ApiOperation({ summary: 'Start a call: the gate that no block, rest, lock or closed hour lets through' })
  @ApiCreatedResponse({ type: StartedCallDto })
  start(
    @Id('cardId') cardId: string,
    @Body() { roundId, numberId }: StartCallDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<StartedCallDto>> {
    return this.commands.execute(new StartCall(cardId, roundId, numberId, cause));
  }
}
