import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Cause } from '#events/deciding/cause';
import type { Saved } from '../shared/saved.js';
import type { CorrectOutcomeDto } from './correct-outcome.dto.js';
import { OutcomeDesk } from './outcome-desk.js';
import type { RecordedOutcomeDto } from './recorded-outcome.dto.js';

export class CorrectOutcome extends Command<Saved<RecordedOutcomeDto>> {
  constructor(
    readonly cardId: string,
    readonly outcomeId: string,
    readonly correction: CorrectOutcomeDto,
    readonly cause: Cause,
  ) {
    super();
  }
}

/** R21 */
@CommandHandler(CorrectOutcome)
export class CorrectOutcomeHandler implements ICommandHandler<CorrectOutcome> {
  constructor(private readonly desk: OutcomeDesk) {}

  execute({ cardId, outcomeId, correction, cause }: CorrectOutcome): Promise<Saved<RecordedOutcomeDto>> {
    return this.desk.correct(cardId, outcomeId, correction, cause);
  }
}
