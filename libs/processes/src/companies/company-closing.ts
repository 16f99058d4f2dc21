import { campaignDecider } from '#domain/campaign/campaign.decider';
import { cardDecider } from '#domain/card/card.decider';
import type { Card } from '#domain/card/card';
import type { BreakClaim, RecordOutcome, ReopenCard } from '#domain/card/card.commands';
import { hasLiveNumber, liveClaimOf } from '#domain/card/status';
import { companyDecider } from '#domain/company/company.decider';
import type { CampaignSettings, CeasingWithdrawn, CompanyCeased } from '#events/contracts/index';
import { campaignStream, cardStream, companyStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import { LockTransfer } from '../locks/lock-transfer.js';
import { inParallel } from '../shared/in-parallel.js';

const REASON = 'company-ceased';

/** Admin's word. */
type Confirmed = Pick<CompanyCeased['data'], 'confirmedBy'>;

/**
 * Closes the cards of a company that has ceased for good: claims and locks give way, a call under way is waited for
 * (its refusal is thrown, for the one who asks again later). The gate refuses calls from the confirmation on.
 */
export class CompanyClosing {
  private readonly transfers: LockTransfer;

  constructor(private readonly runner: DecisionRunner) {
    this.transfers = new LockTransfer(runner);
  }

  /** Of these cards, those that are the company's; all when absent. Nothing where it has not ceased. */
  async close(companyId: string, cause: Cause, cardIds?: readonly string[]): Promise<void> {
    const { state, events } = await this.runner.load(companyDecider, companyStream(companyId));
    const ceased = events.findLast((event) => event.type === 'CompanyCeased');
    if (!ceased || state.ceasedAt === undefined) return;
    await inParallel(cardIds ?? state.workplaces, (cardId) => this.closeCard(cardId, ceased.data, cause));
  }

  /** The withdrawal of it: what the company's ceasing closed is open again. Nothing where it has ceased once more. */
  async reopen(companyId: string, withdrawal: CeasingWithdrawn['data'], cause: Cause): Promise<void> {
    const { state } = await this.runner.load(companyDecider, companyStream(companyId));
    if (state.ceasedAt !== undefined) return;
    await inParallel(state.workplaces, (cardId) => this.reopenCard(cardId, withdrawal, cause));
  }

  /** A card that is blocked or needs care besides stays closed: an admin looks at each of those. */
  private async reopenCard(cardId: string, withdrawal: CeasingWithdrawn['data'], cause: Cause): Promise<void> {
    const { state } = await this.runner.load(cardDecider, cardStream(cardId));
    const entry = state.rounds.at(-1);
    const silenced = state.bars.length > 0 || state.freezes.length > 0 || !hasLiveNumber(state);
    if (!entry || state.final?.reason !== 'ceased' || silenced) return;
    const command = reopeningOf(entry.roundId, withdrawal, cause);
    await this.runner.run(cardDecider, cardStream(cardId), command, followingFrom(cause, `reopen/${cardId}`));
  }

  private async closeCard(cardId: string, ceased: Confirmed, cause: Cause): Promise<void> {
    const { state } = await this.runner.load(cardDecider, cardStream(cardId));
    const entry = state.rounds.at(-1);
    if (!entry || state.final) return;
    await this.breakClaim(cardId, state, ceased, cause);
    if (state.lock) {
      const release = { cardId, lockId: state.lock.lockId, releasedBy: ceased.confirmedBy, reason: REASON };
      await this.transfers.release(release, followingFrom(cause, `release/${cardId}`));
    }
    const settings = await this.settingsOf(entry.campaignId);
    const step = followingFrom(cause, `close/${cardId}`);
    const command = outcomeOf(entry.roundId, settings, ceased, step);
    await this.runner.run(cardDecider, cardStream(cardId), command, step);
  }

  private async breakClaim(cardId: string, card: Card, { confirmedBy }: Confirmed, cause: Cause): Promise<void> {
    const claim = liveClaimOf(card, cause.occurredAt);
    if (!claim || card.call) return;
    const data = { claimId: claim.claimId, brokenBy: confirmedBy, reason: REASON, now: cause.occurredAt };
    const command: BreakClaim = { type: 'BreakClaim', data };
    await this.runner.run(cardDecider, cardStream(cardId), command, followingFrom(cause, `break/${claim.claimId}`));
  }

  private async settingsOf(campaignId: string): Promise<CampaignSettings> {
    return (await this.runner.load(campaignDecider, campaignStream(campaignId))).state.settings;
  }
}

const reopeningOf = (
  roundId: string,
  { withdrawnBy: reopenedBy, reason }: CeasingWithdrawn['data'],
  { occurredAt: now }: Cause,
): ReopenCard => ({
  type: 'ReopenCard',
  data: { roundId, cause: 'admin', actorRole: 'admin', reopenedBy, reason, now },
});

const outcomeOf = (
  roundId: string,
  settings: CampaignSettings,
  { confirmedBy: callerId }: Confirmed,
  { commandId: outcomeId, occurredAt: now }: Cause,
): RecordOutcome => ({
  type: 'RecordOutcome',
  data: {
    cause: 'admin',
    outcomeId,
    roundId,
    callerId,
    ending: 'no-call',
    spokeWith: 'nobody',
    outcome: { code: 'ceased' },
    settings,
    now,
  },
});
