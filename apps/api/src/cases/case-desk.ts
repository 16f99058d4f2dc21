import { Injectable } from '@nestjs/common';
import type { CaseCommand } from '#domain/case/case.commands';
import { caseDecider } from '#domain/case/case.decider';
import { CaseUnknown } from '#domain/case/case.errors';
import { caseStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { ReadStore } from '#read-models/store/read-store';
import { saved, type Saved } from '../shared/saved.js';
import type { CaseDto } from './case.dto.js';
import { caseShown, namesIn } from './cases-shown.js';

/** Runs a command on a case and answers the case as it is then. */
@Injectable()
export class CaseDesk {
  constructor(
    private readonly runner: DecisionRunner,
    private readonly views: ReadStore,
  ) {}

  /** `before`: what was saved for it elsewhere. @throws CaseUnknown */
  async ask(
    caseId: string,
    command: CaseCommand,
    cause: Cause,
    ...before: readonly Saved<unknown>[]
  ): Promise<Saved<CaseDto>> {
    const decision = await this.runner.run(caseDecider, caseStream(caseId), command, cause);
    const { state } = decision;
    if (state.status === 'unraised') throw new CaseUnknown();
    const names = await namesIn(this.views, [state]);
    const positions = before.flatMap(({ position }) => (position === undefined ? [] : [{ position }]));
    return saved(caseShown(caseId, state, names, cause.occurredAt), decision, ...positions);
  }
}
