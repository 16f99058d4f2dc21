import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Cause } from '#events/deciding/cause';
import { Roles } from '../shared/access.decorators.js';
import { Id } from '../shared/id.pipe.js';
import { RequestCause } from '../shared/request-cause.js';
import type { Saved } from '../shared/saved.js';
import { CorrectOutcome } from './correct-outcome.handler.js';
import { CorrectOutcomeDto } from './correct-outcome.dto.js';
import { RecordOutcomeDto } from './outcome-report.dto.js';
import { RecordedOutcomeDto, SavedAndNextDto } from './recorded-outcome.dto.js';
import { RecordOutcome } from './record-outcome.handler.js';
import { SaveAndNext } from './save-and-next.handler.js';

const OK = 200;

@ApiTags('outcomes')
@Controller('cards/:cardId/outcomes')
export class OutcomeController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Roles('caller', 'lead', 'admin')
  @ApiOperation({ summary: 'Mark what the call led to (utfall)' })
  @ApiCreatedResponse({ type: RecordedOutcomeDto })
  record(
    @Id('cardId') cardId: string,
    @Body() report: RecordOutcomeDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<RecordedOutcomeDto>> {
    return this.commands.execute(new RecordOutcome(cardId, report, cause));
  }

  @Post('save-and-next')
  @Roles('caller', 'lead', 'admin')
  @HttpCode(OK)
  @ApiOperation({ summary: 'spara/nästa: mark the outcome and get the next card' })
  @ApiOkResponse({ type: SavedAndNextDto })
  saveAndNext(
    @Id('cardId') cardId: string,
    @Body() report: RecordOutcomeDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<SavedAndNextDto>> {
    return this.commands.execute(new SaveAndNext(cardId, report, cause));
  }

  @Post(':outcomeId/correction')
  @Roles('caller', 'lead', 'admin')
  @ApiOperation({ summary: 'Correct the latest outcome of the card; the old one stays in the history (R21)' })
  @ApiCreatedResponse({ type: RecordedOutcomeDto })
  correct(
    @Id('cardId') cardId: string,
    @Id('outcomeId') outcomeId: string,
    @Body() correction: CorrectOutcomeDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<RecordedOutcomeDto>> {
    return this.commands.execute(new CorrectOutcome(cardId, outcomeId, correction, cause));
  }
}
