import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { EVERY_ROLE, Roles } from '../shared/access.decorators.js';
import { RoundInListDto } from './campaign.dto.js';
import { ListRounds } from './list-rounds.query.js';

@ApiTags('campaigns')
@Controller('rounds')
export class RoundController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Roles(...EVERY_ROLE)
  @ApiOperation({ summary: 'The rounds of all campaigns, newest first' })
  @ApiOkResponse({ type: [RoundInListDto] })
  list(): Promise<readonly RoundInListDto[]> {
    return this.queries.execute(new ListRounds());
  }
}
