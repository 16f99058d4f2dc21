import { cardDecider } from '#domain/card/card.decider';
import { companyDecider } from '#domain/company/company.decider';
import { originalOutcomeId } from '#domain/consequences/outcome-consequences';
import { restsOnOthers, type SpokenWith } from '#domain/consequences/rest-consequences';
import type { CallEnded, CompanyContacted, OutcomeCorrected } from '#events/contracts/index';
import { companyStream } from '#events/contracts/stream-names';
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
    for await (const cardIds of this.cards.withNumber(idOf(streamId)))
      await this.onOthers({ ...call, restUntil }, cardIds, cause);
  }

  async companyContacted({ streamId, data }: Recorded<CompanyContacted>, cause: Cause): Promise<void> {
    if (data.restUntil <= cause.occurredAt) return;
    const { state } = await this.runner.load(companyDecider, streamId);
    await this.onOthers(data, state.workplaces, cause);
  }

  /** R21: a call in which somebody, or nobody, was spoken with after all. The number and the company know it already. */
  async outcomeCorrected({ streamId, data }: Recorded<OutcomeCorrected>, cause: Cause): Promise<void> {
    const { was, replacement, correctedOutcomeId } = data;
    if (was.numberId === undefined || was.restUntil === replacement.data.restUntil) return;
    const { state, events } = await this.runner.load(cardDecider, streamId);
    const callId = originalOutcomeId(correctedOutcomeId, events);
    const restUntil = replacement.data.restUntil ?? cause.occurredAt;
    const rest = { callId, cardId: idOf(streamId), restUntil };
    for await (const cardIds of this.cards.withNumber(was.numberId)) await this.onOthers(rest, cardIds, cause);
    if (state.companyId !== undefined) await this.onKnowingCompany(rest, state.companyId, cause);
  }

  /** A company that grew too large to rest as a whole was not told of the call. */
  private async onKnowingCompany(rest: SpokenWith, companyId: string, cause: Cause): Promise<void> {
    const { state } = await this.runner.load(companyDecider, companyStream(companyId));
    if (state.rests[rest.callId] !== undefined) await this.onOthers(rest, state.workplaces, cause);
  }

  private onOthers(rest: SpokenWith, cardIds: readonly string[], cause: Cause): Promise<unknown> {
    return this.consequences.onCards(restsOnOthers(rest, cardIds, cause.occurredAt), cause);
  }
}
