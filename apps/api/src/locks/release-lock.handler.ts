import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Cause } from '#events/deciding/cause';
import { LockTransfer } from '#processes/locks/lock-transfer';
import { cardAnswer, type CardAnswer } from '../cards/card-answer.js';
import { saved, type Saved } from '../shared/saved.js';

export class ReleaseLock extends Command<Saved<CardAnswer>> {
  constructor(
    readonly cardId: string,
    readonly reason: string,
    readonly cause: Cause,
  ) {
    super();
  }
}

/** R3: a lead's, with a reason; the promised time stays, for anyone. */
@CommandHandler(ReleaseLock)
export class ReleaseLockHandler implements ICommandHandler<ReleaseLock> {
  constructor(private readonly locks: LockTransfer) {}

  async execute({ cardId, reason, cause }: ReleaseLock): Promise<Saved<CardAnswer>> {
    const decision = await this.locks.release({ cardId, releasedBy: cause.actor, reason }, cause);
    return saved(cardAnswer(cardId, decision.state, cause.occurredAt), decision);
  }
}
