import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { companyDecider } from '#domain/company/company.decider';
import { companyStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { saved, type Saved } from '../shared/saved.js';

export class CeaseCompany extends Command<Saved<undefined>> {
  constructor(
    readonly companyId: string,
    readonly evidence: string,
    readonly cause: Cause,
  ) {
    super();
  }
}

/** Admin's word that a company has ceased: the gate refuses its calls from now on, a reactor closes its cards for good. */
@CommandHandler(CeaseCompany)
export class CeaseCompanyHandler implements ICommandHandler<CeaseCompany> {
  constructor(private readonly runner: DecisionRunner) {}

  async execute({ companyId, evidence, cause }: CeaseCompany): Promise<Saved<undefined>> {
    const data = { confirmedBy: cause.actor, evidence, now: cause.occurredAt };
    const command = { type: 'ConfirmCeased', data } as const;
    return saved(undefined, await this.runner.run(companyDecider, companyStream(companyId), command, cause));
  }
}
