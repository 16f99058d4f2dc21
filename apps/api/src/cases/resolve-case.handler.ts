import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { caseDecider } from '#domain/case/case.decider';
import { CaseUnknown } from '#domain/case/case.errors';
import { caseStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { effectCause } from '#processes/cases/case-effect';
import type { Saved } from '../shared/saved.js';
import type { CaseDto } from './case.dto.js';
import { CaseDesk } from './case-desk.js';
import { CaseEffects } from './case-effects.js';
import type { ResolveCaseDto } from './case-requests.dto.js';

export class ResolveCase extends Command<Saved<CaseDto>> {
  constructor(
    readonly caseId: string,
    readonly asked: ResolveCaseDto,
    readonly cause: Cause,
  ) {
    super();
  }
}

/** The effect first, so that no case is done whose effect was refused; a crash in between leaves it open, to be resolved again. */
@CommandHandler(ResolveCase)
export class ResolveCaseHandler implements ICommandHandler<ResolveCase> {
  constructor(
    private readonly runner: DecisionRunner,
    private readonly effects: CaseEffects,
    private readonly desk: CaseDesk,
  ) {}

  async execute({ caseId, asked, cause }: ResolveCase): Promise<Saved<CaseDto>> {
    const { effect, comment } = asked;
    const resolution = { effect, comment, resolvedBy: cause.actor, now: cause.occurredAt };
    const command = { type: 'ResolveCase', data: resolution } as const;
    const { state, events } = await this.runner.load(caseDecider, caseStream(caseId));
    if (state.status === 'unraised') throw new CaseUnknown();
    if (events.some(({ metadata }) => metadata.commandId === cause.commandId)) {
      return this.desk.ask(caseId, command, cause);
    }
    caseDecider.decide(command, state);
    const done = await this.effects.apply(asked, state.raised.subject, effectCause(caseId, cause));
    return this.desk.ask(caseId, command, cause, ...done);
  }
}
