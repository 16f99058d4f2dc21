import { callerDecider, isNearLockLimit, type CallerLocks } from '#domain/caller/caller.decider';
import type { CallerCommand } from '#domain/caller/caller.commands';
import type { PriorityLock } from '#domain/card/card';
import type { CampaignSettings } from '#events/contracts/index';
import { callerStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';

export interface Slot {
  readonly lockId: string;
  readonly callerId: string;
}

/** R24: the slots that priority locks take on their callers' streams. A slot is taken before its card is locked. */
export class LockSlots {
  constructor(private readonly runner: DecisionRunner) {}

  /** Tells whether the caller is near the limit. @throws TooManyPriorityLocks */
  async take(
    slot: Slot,
    cardId: string,
    settings: Pick<CampaignSettings, 'maxPriorityLocks'>,
    cause: Cause,
  ): Promise<{ readonly isNearLimit: boolean }> {
    const { lockId } = slot;
    const { maxPriorityLocks } = settings;
    const data = { lockId, cardId, maxPriorityLocks, now: cause.occurredAt };
    const step = followingFrom(cause, `take/${lockId}`);
    const locks = await this.make(true, slot, { type: 'TakeLockSlot', data }, step);
    return { isNearLimit: isNearLockLimit(locks, settings) };
  }

  async free(slot: Slot, cause: Cause): Promise<void> {
    const { lockId, callerId } = slot;
    const command = { type: 'FreeLockSlot', data: { lockId, now: cause.occurredAt } } as const;
    await this.make(false, slot, command, followingFrom(cause, `free/${lockId}/${callerId}`));
  }

  /** Frees the slot of a lock that ended, or that has another owner now. */
  async settle(before: PriorityLock | undefined, after: PriorityLock | undefined, cause: Cause): Promise<void> {
    if (!before || (after?.lockId === before.lockId && after.ownerId === before.ownerId)) return;
    await this.free({ lockId: before.lockId, callerId: before.ownerId }, cause);
  }

  /** A cause that is tried again may find that what it did the first time was undone since: it is then done once more. */
  private async make(
    taken: boolean,
    { lockId, callerId }: Slot,
    command: CallerCommand,
    cause: Cause,
  ): Promise<CallerLocks> {
    for (let step = cause; ; step = followingFrom(step, 'once-more')) {
      const { repeated, state } = await this.runner.run(callerDecider, callerStream(callerId), command, step);
      if (!repeated) return state;
      const { state: locks } = await this.runner.load(callerDecider, callerStream(callerId));
      if (locks.cardOf.has(lockId) === taken) return locks;
    }
  }
}
