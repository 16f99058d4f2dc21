import { Injectable } from '@nestjs/common';
import { cardDecider } from '#domain/card/card.decider';
import type { Card } from '#domain/card/card';
import type { ClaimCard } from '#domain/card/card.commands';
import type { Campaign } from '#domain/campaign/campaign';
import { gateRefusal } from '#domain/dial-gate/dial-gate';
import { DomainError } from '#domain/shared/domain-error';
import type { CardEvent } from '#events/contracts/index';
import { cardStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import { DecisionRunner, type Decision } from '#events/deciding/decision-runner';
import { EventStore } from '#events/store/event-store';
import { RevisionConflict } from '#events/store/event-store.errors';
import type { Position } from '#events/store/recorded-event';
import { GateSurroundings } from '../calls/gate-surroundings.js';

/** One caller asking for the next card of one round. */
export interface Asking {
  readonly roundId: string;
  readonly callerId: string;
  readonly campaign: Campaign;
  readonly cause: Cause;
}

/** `knownFrom`: once the queue has passed this position it shows the result. */
export interface ClaimTry {
  readonly decision?: Decision<Card, CardEvent>;
  readonly knownFrom: Position;
}

/** Claims one card on its own stream, which decides (R2); the gate is asked as the log stands (R6, R9). */
@Injectable()
export class CardClaims {
  constructor(
    private readonly runner: DecisionRunner,
    private readonly store: EventStore,
    private readonly surroundings: GateSurroundings,
  ) {}

  /** Without a decision where somebody else was first, or the log knows a reason that the queue does not show yet. */
  async try(cardId: string, asking: Asking): Promise<ClaimTry> {
    const step = followingFrom(asking.cause, `claim/${cardId}`);
    const ask = (card: Card): Promise<ClaimCard> => this.claimOf(card, asking, step.commandId);
    try {
      const decision = await this.runner.run(cardDecider, cardStream(cardId), ask, step);
      return { decision, knownFrom: decision.position ?? (await this.store.head()) };
    } catch (error) {
      if (!(error instanceof DomainError || error instanceof RevisionConflict)) throw error;
      return { knownFrom: await this.store.head() };
    }
  }

  private async claimOf(card: Card, asking: Asking, claimId: string): Promise<ClaimCard> {
    const { roundId, callerId, campaign, cause } = asking;
    const claim = { roundId, callerId, settings: campaign.settings, now: cause.occurredAt };
    const refusal = gateRefusal('hand-out', { ...claim, card, ...(await this.surroundings.of(card)) });
    if (refusal) throw refusal;
    return { type: 'ClaimCard', data: { ...claim, claimId, openedBySearch: false } };
  }
}
