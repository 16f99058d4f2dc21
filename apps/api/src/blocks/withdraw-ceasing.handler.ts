import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { companyDecider } from '#domain/company/company.decider';
import { companyStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { saved, type Saved } from '../shared/saved.js';
import type { WithdrawCeasingDto } from './block.dto.js';

export class WithdrawCeasing extends Command<Saved<undefined>> {
  constructor(
    readonly companyId: string,
    readonly stated: WithdrawCeasingDto,
    readonly cause: Cause,
  ) {
    super();
  }
}

/** The gate lets calls pass again at once; a reactor reopens the cards that the ceasing had closed. */
@CommandHandler(WithdrawCeasing)
export class WithdrawCeasingHandler implements ICommandHandler<WithdrawCeasing> {
  constructor(private readonly runner: DecisionRunner) {}

  async execute({ companyId, stated, cause }: WithdrawCeasing): Promise<Saved<undefined>> {
    const { reason, evidence } = stated;
    const data = { withdrawnBy: cause.actor, reason, evidence, now: cause.occurredAt };
    const command = { type: 'WithdrawCeasing', data } as const;
    return saved(undefined, await this.runner.run(companyDecider, companyStream(companyId), command, cause));
  }
}
