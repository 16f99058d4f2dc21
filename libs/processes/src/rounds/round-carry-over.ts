import { CardIsBarred } from '#domain/card/card.errors';
import type { CardConsequence } from '#domain/consequences/block-consequences';
import type { RoundOpened } from '#events/contracts/index';
import type { Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { Recorded } from '#events/store/recorded-event';
import { Consequences } from '../consequences.js';
import type { CardFinder, CardInRound } from '../finding/card-finder.js';
import { idOf } from '../shared/stream-id.js';

/**
 * Brings the cards of an earlier round into a new one, each with its priority; barred ones stay out (R6).
 * Begun again after a crash it finds those that are in already and appends nothing for them.
 */
export class RoundCarryOver {
  private readonly consequences: Consequences;

  constructor(
    runner: DecisionRunner,
    private readonly cards: CardFinder,
  ) {
    this.consequences = new Consequences(runner);
  }

  async roundOpened({ streamId, data }: Recorded<RoundOpened>, cause: Cause, signal: AbortSignal): Promise<void> {
    if (data.carriedOverFrom === undefined) return;
    const campaignId = idOf(streamId);
    for await (const page of this.cards.inRound(data.carriedOverFrom)) {
      signal.throwIfAborted();
      const entries = page.map((card) => entering(card, campaignId, data.roundId, cause));
      await this.consequences.onCards(entries, cause, CardIsBarred);
    }
  }
}

const entering = (
  { cardId, priority }: CardInRound,
  campaignId: string,
  roundId: string,
  { occurredAt: now }: Cause,
): CardConsequence => ({
  cardId,
  command: { type: 'EnterRound', data: { campaignId, roundId, priority, now } },
});
