import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Cause } from '#events/deciding/cause';
import { Roles } from '../shared/access.decorators.js';
import { Id } from '../shared/id.pipe.js';
import { RequestCause } from '../shared/request-cause.js';
import type { Saved } from '../shared/saved.js';
import { ConfirmRenewals } from './confirm-renewals.handler.js';
import { ListRenewals } from './list-renewals.query.js';
import { ConfirmRenewalsDto, ProposedRenewalsDto, RenewalsAskedDto, RenewedListDto } from './renewal.dto.js';

const OK = 200;

/** R13: orders that go on by themselves, once a lead has seen them. */
@ApiTags('renewals')
@Controller('rounds/:roundId/renewals')
export class RenewalController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Roles('lead', 'admin', 'auditor')
  @ApiOperation({
    summary: 'Recurring customers of the campaign: whose order is due in the round, at what price, or why not',
  })
  @ApiOkResponse({ type: ProposedRenewalsDto })
  list(@Id('roundId') roundId: string, @Query() asked: RenewalsAskedDto): Promise<ProposedRenewalsDto> {
    return this.queries.execute(new ListRenewals(roundId, asked));
  }

  @Post()
  @Roles('lead', 'admin')
  @HttpCode(OK)
  @ApiOperation({ summary: 'Renew the orders of these customers; once a season, however often it is asked for' })
  @ApiOkResponse({ type: RenewedListDto })
  confirm(
    @Id('roundId') roundId: string,
    @Body() { cardIds }: ConfirmRenewalsDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<RenewedListDto>> {
    return this.commands.execute(new ConfirmRenewals(roundId, cardIds, cause));
  }
}
