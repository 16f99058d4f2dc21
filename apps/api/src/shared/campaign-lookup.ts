import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { campaignDecider } from '#domain/campaign/campaign.decider';
import type { Campaign } from '#domain/campaign/campaign';
import type { Card } from '#domain/card/card';
import { RoundUnknown } from '#domain/campaign/campaign.errors';
import { campaignStream } from '#events/contracts/stream-names';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { rounds } from '#read-models/rounds/rounds.projection';
import { ReadStore } from '#read-models/store/read-store';

/** How long a change of settings may take to reach every process. */
const FRESH_MS = 1000;
const CAMPAIGNS_HELD = 1000;

/** Campaigns with their settings and rounds; each is read from the log at most once a second. */
@Injectable()
export class CampaignLookup {
  private readonly held = new LRUCache<string, Promise<Campaign>>({ max: CAMPAIGNS_HELD, ttl: FRESH_MS });

  /** Round → campaign: never changes. */
  private readonly campaignIds = new LRUCache<string, string>({ max: CAMPAIGNS_HELD });

  constructor(
    private readonly runner: DecisionRunner,
    private readonly views: ReadStore,
  ) {}

  /** `NO_CAMPAIGN` where there is none. A failed read is not remembered. */
  of(campaignId: string): Promise<Campaign> {
    const held = this.held.get(campaignId) ?? this.read(campaignId);
    this.held.set(campaignId, held, { noUpdateTTL: true });
    return held;
  }

  /** What was decided on the campaign holds in this process at once, in the others within a second. */
  forget(campaignId: string): void {
    this.held.delete(campaignId);
  }

  /** The campaign for which the card is in the round; `NO_CAMPAIGN` where it is not. */
  inWhich({ rounds }: Card, roundId: string | undefined): Promise<Campaign> {
    return this.of(rounds.find((round) => round.roundId === roundId)?.campaignId ?? '');
  }

  /** @throws RoundUnknown */
  async ofRound(roundId: string): Promise<Campaign> {
    return this.of(await this.idOfRound(roundId));
  }

  /** @throws RoundUnknown */
  async idOfRound(roundId: string): Promise<string> {
    const campaignId = this.campaignIds.get(roundId) ?? (await this.views.get(rounds, roundId))?.campaignId;
    if (campaignId === undefined) throw new RoundUnknown(roundId);
    this.campaignIds.set(roundId, campaignId);
    return campaignId;
  }

  private async read(campaignId: string): Promise<Campaign> {
    try {
      return (await this.runner.load(campaignDecider, campaignStream(campaignId))).state;
    } catch (error) {
      this.held.delete(campaignId);
      throw error;
    }
  }
}
