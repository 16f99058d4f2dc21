import { Refused } from '../engine/api-client.js';
import type { Desk, ServedCard } from '../engine/desk.js';
import { EXHAUSTED, type CampaignPlan } from './campaign-plan.js';

/** R5: the engine takes no further attempt without a lead's word. */
const USED_UP = 'outcome.attempts-used-up';

/** What the simulated callers share. */
export interface Floor {
  readonly plan: CampaignPlan;
  /** Whether a lead lets callers pass the engine's cap; else they close the card as exhausted. */
  readonly leadAllowsMore: boolean;
  readonly lead: Desk;
  onCall(): void;
  onExhausted(card: { readonly cardId: string; readonly row: number }): void;
}

/** Takes card after card and reports what the file says of each. */
export class SimulatedCaller {
  constructor(
    readonly desk: Desk,
    private readonly floor: Floor,
  ) {}

  /** Until the queue is empty. Answers how many cards were served. */
  async work(freshness?: string): Promise<number> {
    let served = 0;
    for (let card = await this.desk.nextCard(freshness); card; card = await this.call(card)) served += 1;
    return served;
  }

  private async call(card: ServedCard): Promise<ServedCard | undefined> {
    const row = Number(card.externalId);
    const callId = await this.desk.startCall(card.cardId);
    const next = await this.report(card.cardId, callId, row);
    this.floor.onCall();
    return next;
  }

  private async report(cardId: string, callId: string, row: number): Promise<ServedCard | undefined> {
    const { plan } = this.floor;
    try {
      const next = await this.desk.saveAndNext(cardId, callId, plan.reportOf(row));
      plan.noteAttempt(row);
      return next;
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== USED_UP) throw error;
      return this.floor.leadAllowsMore ? this.goOn(cardId, callId, row) : this.giveUp(cardId, callId, row);
    }
  }

  private async goOn(cardId: string, callId: string, row: number): Promise<ServedCard | undefined> {
    await this.floor.lead.allowFurtherAttempt(cardId, 'the recorded campaign made more attempts');
    return this.report(cardId, callId, row);
  }

  private async giveUp(cardId: string, callId: string, row: number): Promise<ServedCard | undefined> {
    const next = await this.desk.saveAndNext(cardId, callId, EXHAUSTED);
    if (this.floor.plan.noteAttempt(row) > 0) this.floor.onExhausted({ cardId, row });
    return next;
  }
}
