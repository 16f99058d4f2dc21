import { caseDecider } from '#domain/case/case.decider';
import { settledCases, type SettledCase } from '#domain/case/settling';
import type { OrderEvent } from '#events/contracts/index';
import { caseStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { Recorded } from '#events/store/recorded-event';
import { idOf } from '../shared/stream-id.js';
import { isEffectOf } from './case-effect.js';
import { caseIdOf } from './case-id.js';

/** Resolves the cases of an order whose matter was settled elsewhere. The log alone says which; done twice it changes nothing. */
export class CaseSettler {
  constructor(private readonly runner: DecisionRunner) {}

  /** `events`: the order's, to the one that may settle something. */
  async settle(events: readonly Recorded<OrderEvent>[], cause: Cause): Promise<void> {
    const fact = events.at(-1);
    if (!fact) return;
    for (const settled of settledCases(idOf(fact.streamId), events)) await this.settleOne(settled, fact, cause);
  }

  private async settleOne({ key, evenTaken }: SettledCase, fact: Recorded<OrderEvent>, cause: Cause): Promise<void> {
    const caseId = caseIdOf(key);
    // The admin's own words follow.
    if (isEffectOf(caseId, fact)) return;
    const settledBy = { type: fact.type, eventId: fact.id };
    const data = { settledBy, evenTaken, resolvedBy: cause.actor, now: cause.occurredAt };
    const command = { type: 'SettleCase', data } as const;
    await this.runner.run(caseDecider, caseStream(caseId), command, followingFrom(cause, `settled/${caseId}`));
  }
}
