import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { followingFrom, type Cause } from '#events/deciding/cause';
import { HandOut } from '../serving/hand-out.js';
import type { HandedOutDto } from '../serving/handed-out.dto.js';
import { refusalOf } from '../shared/refusal.js';
import { saved, Saved } from '../shared/saved.js';
import { OutcomeDesk } from './outcome-desk.js';
import type { RecordOutcomeDto } from './outcome-report.dto.js';
import type { SavedAndNextDto } from './recorded-outcome.dto.js';

/** spara/nästa */
export class SaveAndNext extends Command<Saved<SavedAndNextDto>> {
  constructor(
    readonly cardId: string,
    readonly report: RecordOutcomeDto,
    readonly cause: Cause,
  ) {
    super();
  }
}

/** The outcome is durable before the next card is sought: what fails then is told beside it, never as a lost outcome. */
@CommandHandler(SaveAndNext)
export class SaveAndNextHandler implements ICommandHandler<SaveAndNext> {
  constructor(
    private readonly desk: OutcomeDesk,
    private readonly handOut: HandOut,
  ) {}

  async execute({ cardId, report, cause }: SaveAndNext): Promise<Saved<SavedAndNextDto>> {
    const { answer: outcome, isRepeat } = await this.desk.record(cardId, report, cause);
    const left = isRepeat ? undefined : cardId;
    const next = await this.next(report.roundId, followingFrom(cause, 'next'), left);
    return new Saved({ saved: outcome.body, next: next.body }, next.position ?? outcome.position);
  }

  private async next(roundId: string, cause: Cause, left?: string): Promise<Saved<HandedOutDto>> {
    try {
      return await this.handOut.serve(roundId, cause, left);
    } catch (error) {
      return saved({ failed: refusalOf(error).code });
    }
  }
}
