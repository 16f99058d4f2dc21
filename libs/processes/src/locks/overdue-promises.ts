import { campaignDecider } from '#domain/campaign/campaign.decider';
import { CardIsBarred } from '#domain/card/card.errors';
import { offeredFrom } from '#domain/card/decide/locks';
import { LockIsNotOverdue } from '#domain/card/holding.errors';
import type { CardConsequence } from '#domain/consequences/block-consequences';
import { minus } from '#domain/shared/instant';
import type { CampaignSettings } from '#events/contracts/index';
import { campaignStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import { Consequences } from '../consequences.js';
import type { LockFinder, OverdueLock } from '../finding/lock-finder.js';
import { inParallel } from '../shared/in-parallel.js';

/** No campaign offers a promise before the next working day; the shortest day has 23 hours. */
const SOONEST_HOURS = 23;

/**
 * R24: a PriorityCallback that is overdue too long is offered to the team. Found by a seek on the promised times in the
 * read model, so that a restart forgets none; the card decides.
 */
export class OverduePromises {
  private readonly consequences: Consequences;

  constructor(
    private readonly runner: DecisionRunner,
    private readonly locks: LockFinder,
  ) {
    this.consequences = new Consequences(runner);
  }

  async offer(cause: Cause, signal: AbortSignal): Promise<void> {
    const settings = new Map<string, CampaignSettings>();
    for await (const page of this.locks.overdueSince(minus(cause.occurredAt, { hours: SOONEST_HOURS }))) {
      if (signal.aborted) return;
      for (const { campaignId } of page) {
        if (!settings.has(campaignId)) settings.set(campaignId, await this.settingsOf(campaignId));
      }
      await inParallel(page, (lock) => this.offerOne(lock, settings.get(lock.campaignId), cause));
    }
  }

  private async offerOne(lock: OverdueLock, settings: CampaignSettings | undefined, cause: Cause): Promise<void> {
    const { occurredAt: now } = cause;
    if (!settings || now < offeredFrom(lock, settings)) return;
    const offer: CardConsequence = {
      cardId: lock.cardId,
      command: { type: 'OfferToTeam', data: { lockId: lock.lockId, settings, now } },
    };
    await this.consequences.onCards([offer], followingFrom(cause, promiseOf(lock)), CardIsBarred, LockIsNotOverdue);
  }

  private async settingsOf(campaignId: string): Promise<CampaignSettings> {
    return (await this.runner.load(campaignDecider, campaignStream(campaignId))).state.settings;
  }
}

/** A promise that was made anew, or that got another owner, may be offered once more. */
const promiseOf = ({ lockId, ownerId, since, due }: OverdueLock): string => [lockId, ownerId, since, due].join('/');
