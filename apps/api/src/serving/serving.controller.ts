import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Cause } from '#events/deciding/cause';
import { Roles } from '../shared/access.decorators.js';
import { Id } from '../shared/id.pipe.js';
import { RequestCause } from '../shared/request-cause.js';
import type { Saved } from '../shared/saved.js';
import { ExplainQueue } from './explain-queue.query.js';
import { EmptyQueueDto, HandedOutDto } from './handed-out.dto.js';
import { ServeNextCard } from './serve-next-card.handler.js';

const OK = 200;

@ApiTags('serving')
@Controller('rounds/:roundId')
export class ServingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('next-card')
  @Roles('caller', 'lead', 'admin')
  @HttpCode(OK)
  @ApiOperation({ summary: 'Claim the next card; whoever holds one already is given that' })
  @ApiOkResponse({ type: HandedOutDto })
  next(@Id('roundId') roundId: string, @RequestCause() cause: Cause): Promise<Saved<HandedOutDto>> {
    return this.commands.execute(new ServeNextCard(roundId, cause));
  }

  @Get('queue')
  @Roles('caller', 'lead', 'admin', 'auditor')
  @ApiOperation({ summary: 'Why the queue is empty: cards that are not handed out now, by reason' })
  @ApiOkResponse({ type: EmptyQueueDto })
  explain(@Id('roundId') roundId: string, @RequestCause() cause: Cause): Promise<EmptyQueueDto> {
    return this.queries.execute(new ExplainQueue(roundId, cause));
  }
}
