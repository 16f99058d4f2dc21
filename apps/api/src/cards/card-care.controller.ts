import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Cause } from '#events/deciding/cause';
import { Roles } from '../shared/access.decorators.js';
import { Id } from '../shared/id.pipe.js';
import { idOfMade, RequestCause } from '../shared/request-cause.js';
import type { Saved } from '../shared/saved.js';
import { AddNumber } from './add-number.handler.js';
import { AskCard, type CardRequest } from './ask-card.handler.js';
import { CardAnswer } from './card-answer.js';
import {
  AddNoteDto,
  AddNumberDto,
  CorrectWorkplaceDto,
  FurtherAttemptDto,
  ReasonDto,
  ReopenCardDto,
} from './card-requests.dto.js';
import { ReopenCard } from './reopen-card.handler.js';

const OK = 200;

/** What keeps a card right: notes, numbers, its workplace, and what a lead or admin decides about it. */
@ApiTags('cards')
@Controller('cards/:cardId')
export class CardCareController {
  constructor(private readonly commands: CommandBus) {}

  @Post('notes')
  @Roles('caller', 'lead', 'admin')
  @ApiOperation({ summary: 'Add a note' })
  @ApiCreatedResponse({ type: CardAnswer })
  note(
    @Id('cardId') cardId: string,
    @Body() note: AddNoteDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<CardAnswer>> {
    const data = { noteId: idOfMade(cause), ...note, addedBy: cause.actor };
    return this.ask(cardId, { type: 'AddNote', data }, cause);
  }

  @Post('numbers')
  @Roles('caller', 'lead', 'admin')
  @ApiOperation({ summary: 'Add a number that was found, in place of another if so' })
  @ApiCreatedResponse({ type: CardAnswer })
  addNumber(
    @Id('cardId') cardId: string,
    @Body() body: AddNumberDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<CardAnswer>> {
    return this.commands.execute(new AddNumber(cardId, body, cause));
  }

  @Put('workplace')
  @Roles('caller', 'lead', 'admin')
  @ApiOperation({ summary: 'Correct what the card says of the workplace' })
  @ApiOkResponse({ type: CardAnswer })
  correctWorkplace(
    @Id('cardId') cardId: string,
    @Body() { existingCustomerNumber, ...workplace }: CorrectWorkplaceDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<CardAnswer>> {
    const customer = existingCustomerNumber === undefined ? {} : { existingCustomerNumber };
    return this.ask(
      cardId,
      { type: 'CorrectWorkplace', data: { workplace, ...customer, correctedBy: cause.actor } },
      cause,
    );
  }

  @Post('further-attempts')
  @Roles('lead', 'admin')
  @HttpCode(OK)
  @ApiOperation({ summary: 'Allow one attempt beyond the cap (R5)' })
  @ApiOkResponse({ type: CardAnswer })
  allowAttempt(
    @Id('cardId') cardId: string,
    @Body() body: FurtherAttemptDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<CardAnswer>> {
    return this.ask(cardId, { type: 'AllowFurtherAttempt', data: { ...body, allowedBy: cause.actor } }, cause);
  }

  @Post('reopening')
  @Roles('caller', 'lead', 'admin')
  @HttpCode(OK)
  @ApiOperation({
    summary: "Reopen on the customer's own contact, a yes by mail, or an admin's decision; never past a block",
  })
  @ApiOkResponse({ type: CardAnswer })
  reopen(
    @Id('cardId') cardId: string,
    @Body() body: ReopenCardDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<CardAnswer>> {
    return this.commands.execute(new ReopenCard(cardId, body, cause));
  }

  @Post('cure')
  @Roles('admin')
  @HttpCode(OK)
  @ApiOperation({ summary: 'Decide that a card which needed care may be called again' })
  @ApiOkResponse({ type: CardAnswer })
  cure(
    @Id('cardId') cardId: string,
    @Body() body: ReasonDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<CardAnswer>> {
    return this.ask(cardId, { type: 'CureCard', data: { ...body, curedBy: cause.actor } }, cause);
  }

  private ask(cardId: string, request: CardRequest, cause: Cause): Promise<Saved<CardAnswer>> {
    return this.commands.execute(new AskCard(cardId, request, cause));
  }
}
