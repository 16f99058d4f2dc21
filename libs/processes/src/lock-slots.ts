import { callerDecider, isNearLockLimit, type CallerLocks } from '#domain/caller/caller.decider';
import type { CallerCommand } from '#domain/caller/caller.commands';
import type { PriorityLock } from '#domain/card/card';
import type { CampaignSettings } from '#events/contracts/index';
import { callerStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';

interface Slot {
  readonly lockId: string;
  readonly callerId: string;
}

/** R24: the slots that priority locks take on their callers' streams. A slot is taken before its card is locked. */
export class LockSlots {
  constructor(private readonly runner: DecisionRunner) {}

  /** Tells whether the caller is near the limit. @throws TooManyPriorityLocks */
  async take(
    { lockId, callerId }: Slot,
    cardId: string,
    settings: Pick<CampaignSettings, 'maxPriorityLocks'>,
    cause: Cause,
  ): Promise<{ readonly isNearLimit: boolean }> {
    const { maxPriorityLocks } = settings;
    const data = { lockId, cardId, maxPriorityLocks, now: cause.occurredAt };
    const locks = await this.ask(callerId, { type: 'TakeLockSlot', data }, followingFrom(cause, `take/${lockId}`));
    return { isNearLimit: isNearLockLimit(locks, settings) };
  }

  async free({ lockId, callerId }: Slot, cause: Cause): Promise<void> {
    const data = { lockId, now: cause.occurredAt };
    await this.ask(callerId, { type: 'FreeLockSlot', data }, followingFrom(cause, `free/${lockId}/${callerId}`));
  }

  /** Frees the slot of a lock that ended, or that has another owner now. */
  async settle(before: PriorityLock | undefined, after: PriorityLock | undefined, cause: Cause): Promise<void> {
    if (!before || (after?.lockId === before.lockId && after.ownerId === before.ownerId)) return;
    await this.free({ lockId: before.lockId, callerId: before.ownerId }, cause);
  }

  private async ask(callerId: string, command: CallerCommand, cause: Cause): Promise<CallerLocks> {
    return (await this.runner.run(callerDecider, callerStream(callerId), command, cause)).state;
  }
}
