import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Cause } from '#events/deciding/cause';
import type { Saved } from '../shared/saved.js';
import { OutcomeDesk } from './outcome-desk.js';
import type { RecordedOutcomeDto } from './recorded-outcome.dto.js';
import type { RecordOutcomeDto } from './outcome-report.dto.js';

export class RecordOutcome extends Command<Saved<RecordedOutcomeDto>> {
  constructor(
    readonly cardId: string,
    readonly report: RecordOutcomeDto,
    readonly cause: Cause,
  ) {
    super();
  }
}

@CommandHandler(RecordOutcome)
export class RecordOutcomeHandler implements ICommandHandler<RecordOutcome> {
  constructor(private readonly desk: OutcomeDesk) {}

  async execute({ cardId, report, cause }: RecordOutcome): Promise<Saved<RecordedOutcomeDto>> {
    return (await this.desk.record(cardId, report, cause)).answer;
  }
}
