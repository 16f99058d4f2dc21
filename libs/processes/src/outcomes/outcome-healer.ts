import { campaignDecider } from '#domain/campaign/campaign.decider';
import { cardDecider } from '#domain/card/card.decider';
import { isOutcome } from '#domain/card/outcome-codes';
import { originalOutcomeId } from '#domain/consequences/outcome-consequences';
import type { CardEvent, OutcomeCorrected, OutcomeEvent } from '#events/contracts/index';
import { campaignStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { Recorded } from '#events/store/recorded-event';
import { OutcomeAftermath, type Scene } from '../outcome-aftermath.js';
import { idOf } from '../shared/stream-id.js';

/** Does once more what follows from an outcome, from the log alone. */
export class OutcomeHealer {
  private readonly aftermath: OutcomeAftermath;

  constructor(private readonly runner: DecisionRunner) {
    this.aftermath = new OutcomeAftermath(runner);
  }

  /** What was corrected since is left to its correction (R21). */
  async heal(outcome: Recorded<OutcomeEvent>, cause: Cause): Promise<void> {
    const { scene, events } = await this.sceneOf(outcome.streamId, outcome.data.campaignId);
    const isCorrected = events.some(
      (event) => event.type === 'OutcomeCorrected' && event.data.correctedOutcomeId === outcome.data.outcomeId,
    );
    if (!isCorrected) await this.aftermath.follow(outcome, scene, cause);
  }

  /** R21 */
  async healCorrection({ streamId, data }: Recorded<OutcomeCorrected>, cause: Cause): Promise<void> {
    const { correctedOutcomeId, replacement } = data;
    const { scene, events } = await this.sceneOf(streamId, replacement.data.campaignId);
    const corrected = outcomeOf(correctedOutcomeId, events);
    if (!corrected) throw new Error('a correction names an outcome that its card does not have');
    const callId = originalOutcomeId(correctedOutcomeId, events);
    await this.aftermath.followCorrection(corrected, replacement, { ...scene, callId }, cause);
  }

  private async sceneOf(
    streamId: string,
    campaignId: string,
  ): Promise<{ scene: Scene; events: readonly Recorded<CardEvent>[] }> {
    const { state, events } = await this.runner.load(cardDecider, streamId);
    const { companyId, numbers } = state;
    const campaign = await this.runner.load(campaignDecider, campaignStream(campaignId));
    const scene = {
      cardId: idOf(streamId),
      numberIds: numbers.map(({ numberId }) => numberId),
      settings: campaign.state.settings,
      ...(companyId !== undefined && { companyId }),
    };
    return { scene, events };
  }
}

/** As it was told, itself perhaps a correction. */
function outcomeOf(outcomeId: string, events: readonly CardEvent[]): OutcomeEvent | undefined {
  const told = events.flatMap((event) => {
    if (event.type === 'OutcomeCorrected') return [event.data.replacement];
    return isOutcome(event) ? [event] : [];
  });
  return told.find(({ data }) => data.outcomeId === outcomeId);
}
