import { companyDecider } from '#domain/company/company.decider';
import { restsOnOthers } from '#domain/consequences/rest-consequences';
import type { CallEnded, CompanyContacted } from '#events/contracts/index';
import type { Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { Recorded } from '#events/store/recorded-event';
import { Consequences } from '../consequences.js';
import type { CardFinder } from '../finding/card-finder.js';
import { idOf } from '../shared/stream-id.js';

/**
 * R9: lets the other cards of a number, or of a small company, rest after a call in which somebody was spoken with.
 * The gate asks number and company themselves; this keeps the queue from offering what the gate would refuse.
 */
export class RestFanOut {
  private readonly consequences: Consequences;

  constructor(
    private readonly runner: DecisionRunner,
    private readonly cards: CardFinder,
  ) {
    this.consequences = new Consequences(runner);
  }

  async callEnded({ streamId, data: { restUntil, ...call } }: Recorded<CallEnded>, cause: Cause): Promise<void> {
    if (restUntil === undefined || restUntil <= cause.occurredAt) return;
    for await (const cardIds of this.cards.withNumber(idOf(streamId))) {
      await this.consequences.onCards(restsOnOthers({ ...call, restUntil }, cardIds, cause.occurredAt), cause);
    }
  }

  async companyContacted({ streamId, data }: Recorded<CompanyContacted>, cause: Cause): Promise<void> {
    if (data.restUntil <= cause.occurredAt) return;
    const { state } = await this.runner.load(companyDecider, streamId);
    await this.consequences.onCards(restsOnOthers(data, state.workplaces, cause.occurredAt), cause);
  }
}
