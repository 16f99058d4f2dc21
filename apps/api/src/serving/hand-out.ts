import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { cardDecider } from '#domain/card/card.decider';
import type { Card } from '#domain/card/card';
import { liveClaimOf } from '#domain/card/status';
import { openRoundOf } from '#domain/campaign/campaign';
import { roundReason } from '#domain/serving/not-served';
import type { CardEvent } from '#events/contracts/index';
import { cardStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { callerQueue, TEAM } from '#read-models/caller-queue/caller-queue';
import { heldCards } from '#read-models/caller-queue/held-cards';
import { notServed } from '#read-models/caller-queue/why-empty';
import { ReadStore } from '#read-models/store/read-store';
import { cardAnswer } from '../cards/card-answer.js';
import { CampaignLookup } from '../shared/campaign-lookup.js';
import { saved, type Saved } from '../shared/saved.js';
import { Candidates } from './candidates.js';
import { CardClaims, type Asking } from './card-claims.js';
import type { HandedOutDto } from './handed-out.dto.js';
import { ReservedCards } from './reserved-cards.js';

/** Candidates that one request tries before it says that the queue is empty. */
const MOST_TRIES = 200;
const CALLERS_REMEMBERED = 10_000;

/**
 * Hands out the next card. The queue only proposes; the claim on the card's own stream decides. Requests of one process
 * never try the same card, and a lost claim moves on to the next candidate unseen by the caller.
 */
@Injectable()
export class HandOut {
  private readonly reserved = new ReservedCards();
  private readonly candidates: Candidates;
  /** Caller and round → the card claimed last, for the time in which the queue does not show it yet. */
  private readonly lastClaims = new LRUCache<string, string>({ max: CALLERS_REMEMBERED });

  constructor(
    private readonly claims: CardClaims,
    private readonly runner: DecisionRunner,
    private readonly views: ReadStore,
    private readonly campaigns: CampaignLookup,
  ) {
    this.candidates = new Candidates(views, this.reserved);
  }

  /**
   * A caller who holds a card of the round already is given that one: so a repeated request claims nothing more.
   * `left`: a card whose claim the same request has just ended.
   */
  async serve(roundId: string, cause: Cause, left?: string): Promise<Saved<HandedOutDto>> {
    const asking = await this.askingOf(roundId, cause);
    openRoundOf(asking.campaign, roundId);
    const served =
      (await this.standing(asking, left)) ?? (this.mayCall(asking) ? await this.claimNext(asking) : undefined);
    return served ?? saved({ empty: { reasons: await this.whyEmpty(asking) } });
  }

  /** @throws RoundUnknown */
  async reasonsIn(roundId: string, cause: Cause): Promise<Readonly<Record<string, number>>> {
    return this.whyEmpty(await this.askingOf(roundId, cause));
  }

  private async askingOf(roundId: string, cause: Cause): Promise<Asking> {
    return { roundId, callerId: cause.actor, campaign: await this.campaigns.ofRound(roundId), cause };
  }

  private async whyEmpty({ roundId, callerId, campaign, cause }: Asking): Promise<Readonly<Record<string, number>>> {
    const now = cause.occurredAt;
    const reasons = await notServed(this.views, { roundId, callerId, now });
    const round = roundReason({}, campaign.settings, now);
    return round ? { ...reasons, [round]: 1 } : reasons;
  }

  /** R23: outside the hours no card passes the gate. */
  private mayCall({ campaign, cause }: Asking): boolean {
    return roundReason({}, campaign.settings, cause.occurredAt) === undefined;
  }

  private async standing(asking: Asking, left: string | undefined): Promise<Saved<HandedOutDto> | undefined> {
    const { roundId, callerId } = asking;
    const looked = new Set([left]);
    const look = async (cardId: string | undefined): Promise<Saved<HandedOutDto> | undefined> => {
      if (cardId === undefined || looked.has(cardId)) return undefined;
      looked.add(cardId);
      return this.heldNow(cardId, asking);
    };
    const claimed = await look(this.lastClaims.get(`${callerId}/${roundId}`));
    if (claimed) return claimed;
    for (const cardId of await heldCards(this.views, callerId, roundId)) {
      const held = await look(cardId);
      if (held) return held;
    }
    return undefined;
  }

  /** As the card's own stream has it. */
  private async heldNow(
    cardId: string,
    { roundId, callerId, cause }: Asking,
  ): Promise<Saved<HandedOutDto> | undefined> {
    const { state, events } = await this.runner.load(cardDecider, cardStream(cardId));
    const claim = liveClaimOf(state, cause.occurredAt);
    if (claim?.callerId !== callerId || claim.roundId !== roundId) return undefined;
    return saved(handedOut(cardId, state, events, cause));
  }

  /** The caller's own promises first, then the team's queue. */
  private async claimNext(asking: Asking): Promise<Saved<HandedOutDto> | undefined> {
    this.reserved.forgetUpTo(await this.views.checkpoint(callerQueue));
    return (await this.claimIn(asking.callerId, asking)) ?? (await this.claimIn(TEAM, asking));
  }

  private async claimIn(lane: string, asking: Asking): Promise<Saved<HandedOutDto> | undefined> {
    const { roundId, callerId, cause } = asking;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const cardId = await this.candidates.next({ roundId, lane, now: cause.occurredAt });
      if (cardId === undefined) return undefined;
      const decision = await this.tryClaim(cardId, asking);
      if (!decision) continue;
      this.lastClaims.set(`${callerId}/${roundId}`, cardId);
      return saved(handedOut(cardId, decision.state, decision.events, cause), decision);
    }
    return undefined;
  }

  /** The card is held back until the queue knows the result; a failure of the store gives it free at once. */
  private async tryClaim(cardId: string, asking: Asking): Promise<Awaited<ReturnType<CardClaims['try']>>['decision']> {
    try {
      const { decision, knownFrom } = await this.claims.try(cardId, asking);
      this.reserved.holdBackUntil(cardId, knownFrom);
      return decision;
    } catch (error) {
      this.reserved.free(cardId);
      throw error;
    }
  }
}

function handedOut(cardId: string, card: Card, events: readonly CardEvent[], { occurredAt: now }: Cause): HandedOutDto {
  const claimed = events.findLast((event) => event.type === 'CardClaimed');
  const claim = liveClaimOf(card, now);
  if (!claimed || !claim) return { card: cardAnswer(cardId, card, now) };
  const { claimId, leaseUntil } = claim;
  return { card: cardAnswer(cardId, card, now), claim: { claimId, leaseUntil, because: claimed.data.because } };
}
