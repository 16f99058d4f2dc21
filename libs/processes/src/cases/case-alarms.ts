import { caseDecider } from '#domain/case/case.decider';
import { caseStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { CaseFinder } from '../finding/case-finder.js';
import { inParallel } from '../shared/in-parallel.js';

/** R7: an urgent case that nobody has touched for one working hour alarms, once. The case decides. */
export class CaseAlarms {
  constructor(
    private readonly runner: DecisionRunner,
    private readonly cases: CaseFinder,
  ) {}

  async raise(cause: Cause, signal: AbortSignal): Promise<void> {
    for await (const page of this.cases.untouchedBy(cause.occurredAt)) {
      if (signal.aborted) return;
      await inParallel(page, (caseId) => this.raiseOne(caseId, cause));
    }
  }

  private raiseOne(caseId: string, cause: Cause) {
    const command = { type: 'AlarmCase', data: { now: cause.occurredAt } } as const;
    return this.runner.run(caseDecider, caseStream(caseId), command, followingFrom(cause, `alarm/${caseId}`));
  }
}
