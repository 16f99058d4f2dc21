import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { sessionDecider } from '#domain/session/session.decider';
import { sessionStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { saved, type Saved } from '../shared/saved.js';
import { Sessions } from './sessions.js';

export class SignOut extends Command<Saved<undefined>> {
  constructor(
    readonly sessionId: string,
    readonly cause: Cause,
  ) {
    super();
  }
}

@CommandHandler(SignOut)
export class SignOutHandler implements ICommandHandler<SignOut> {
  constructor(
    private readonly decisions: DecisionRunner,
    private readonly sessions: Sessions,
  ) {}

  async execute({ sessionId, cause }: SignOut): Promise<Saved<undefined>> {
    const command = { type: 'EndSession', data: { endedBy: cause.actor, now: cause.occurredAt } } as const;
    const decided = await this.decisions.run(sessionDecider, sessionStream(sessionId), command, cause);
    this.sessions.forgetSession(sessionId);
    return saved(undefined, decided);
  }
}
