import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Cause } from '#events/deciding/cause';
import { Roles } from '../shared/access.decorators.js';
import { Id } from '../shared/id.pipe.js';
import { RequestCause } from '../shared/request-cause.js';
import type { Saved } from '../shared/saved.js';
import { AskCard, type CardRequest } from './ask-card.handler.js';
import { CardAnswer } from './card-answer.js';
import { BreakClaimDto, ClaimNamedDto, InRoundDto, SkipCardDto } from './card-requests.dto.js';
import { OpenCard } from './open-card.handler.js';

const OK = 200;

/** R2: who has the card on screen. */
@ApiTags('cards')
@Controller('cards/:cardId')
export class ClaimController {
  constructor(private readonly commands: CommandBus) {}

  @Post('claim')
  @Roles('caller', 'lead', 'admin')
  @HttpCode(OK)
  @ApiOperation({ summary: 'Open a card that was found by search' })
  @ApiOkResponse({ type: CardAnswer })
  open(
    @Id('cardId') cardId: string,
    @Body() body: InRoundDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<CardAnswer>> {
    return this.commands.execute(new OpenCard(cardId, body.roundId, cause));
  }

  @Post('claim/renewal')
  @Roles('caller', 'lead', 'admin')
  @HttpCode(OK)
  @ApiOperation({ summary: 'Keep the card while it is open on screen' })
  @ApiOkResponse({ type: CardAnswer })
  renew(
    @Id('cardId') cardId: string,
    @Body() body: ClaimNamedDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<CardAnswer>> {
    return this.ask(cardId, { type: 'RenewClaim', data: { ...body, callerId: cause.actor } }, cause);
  }

  @Delete('claim/:claimId')
  @Roles('caller', 'lead', 'admin')
  @ApiOperation({ summary: 'Give the card back' })
  @ApiOkResponse({ type: CardAnswer })
  release(
    @Id('cardId') cardId: string,
    @Id('claimId') claimId: string,
    @RequestCause() cause: Cause,
  ): Promise<Saved<CardAnswer>> {
    return this.ask(cardId, { type: 'ReleaseClaim', data: { claimId, callerId: cause.actor } }, cause);
  }

  @Post('claim/break')
  @Roles('lead', 'admin')
  @HttpCode(OK)
  @ApiOperation({ summary: "Break somebody's claim" })
  @ApiOkResponse({ type: CardAnswer })
  break(
    @Id('cardId') cardId: string,
    @Body() body: BreakClaimDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<CardAnswer>> {
    return this.ask(cardId, { type: 'BreakClaim', data: { ...body, brokenBy: cause.actor } }, cause);
  }

  @Post('skip')
  @Roles('caller', 'lead', 'admin')
  @HttpCode(OK)
  @ApiOperation({ summary: 'Skip the card: it goes last in its priority group (R22)' })
  @ApiOkResponse({ type: CardAnswer })
  skip(
    @Id('cardId') cardId: string,
    @Body() body: SkipCardDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<CardAnswer>> {
    return this.ask(cardId, { type: 'SkipCard', data: { ...body, callerId: cause.actor } }, cause);
  }

  private ask(cardId: string, request: CardRequest, cause: Cause): Promise<Saved<CardAnswer>> {
    return this.commands.execute(new AskCard(cardId, request, cause));
  }
}
