import { accountDecider } from '#domain/account/account.decider';
import { callerDecider } from '#domain/caller/caller.decider';
import { CardIsUnknown } from '#domain/card/card.errors';
import { LockHasEnded } from '#domain/card/holding.errors';
import type { AccountDeactivated } from '#events/contracts/index';
import { accountStream, callerStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { Recorded } from '#events/store/recorded-event';
import { LockSlots } from '../lock-slots.js';
import { inParallel } from '../shared/in-parallel.js';
import { idOf } from '../shared/stream-id.js';
import { LockTransfer } from './lock-transfer.js';

/** Stands in the log as the reason; the account's event holds what was said of the person. */
const REASON = 'account-deactivated';
/** A promise is never dropped, so that a receiver takes what comes, whatever they promised themselves. */
const NO_LIMIT = { maxPriorityLocks: Number.MAX_SAFE_INTEGER };

/**
 * R24: hands the priority locks of a caller who leaves to the receiver. The caller's own stream names them all, for each
 * took its slot before it locked its card. Callbacks have no owner and need nothing. Begun again it finds what is left.
 */
export class LeaverLocks {
  private readonly slots: LockSlots;
  private readonly transfers: LockTransfer;

  constructor(private readonly runner: DecisionRunner) {
    this.slots = new LockSlots(runner);
    this.transfers = new LockTransfer(runner);
  }

  /** One lock that cannot be moved yet, as during a call of its owner, keeps none of the others back. */
  async deactivated({ streamId, data }: Recorded<AccountDeactivated>, cause: Cause): Promise<void> {
    const leaverId = idOf(streamId);
    const account = await this.runner.load(accountDecider, streamId);
    if (account.state.status !== 'inactive') return;
    const receiverId = await this.activeReceiver(data.receiverId, [leaverId]);
    const { state } = await this.runner.load(callerDecider, callerStream(leaverId));
    await inParallel([...state.cardOf], ([lockId, cardId]) =>
      this.moveUnlessEnded({ lockId, cardId, leaverId, receiverId, by: data.deactivatedBy }, cause),
    );
  }

  /** A receiver who has left in the meantime has named one themselves. */
  private async activeReceiver(
    receiverId: string | undefined,
    leavers: readonly string[],
  ): Promise<string | undefined> {
    if (receiverId === undefined || leavers.includes(receiverId)) return undefined;
    const { state, events } = await this.runner.load(accountDecider, accountStream(receiverId));
    if (state.status === 'active') return receiverId;
    const leaving = events.findLast((event) => event.type === 'AccountDeactivated');
    return this.activeReceiver(leaving?.data.receiverId, [...leavers, receiverId]);
  }

  private async moveUnlessEnded(lock: LeftLock, cause: Cause): Promise<void> {
    const { lockId, leaverId } = lock;
    const step = followingFrom(cause, lockId);
    try {
      await this.move(lock, step);
    } catch (error) {
      if (!(error instanceof LockHasEnded || error instanceof CardIsUnknown)) throw error;
    }
    await this.slots.free({ lockId, callerId: leaverId }, step);
  }

  /** Without a receiver the promised time stays, for anyone. */
  private async move({ lockId, cardId, leaverId: ownerId, receiverId, by }: LeftLock, step: Cause): Promise<void> {
    const lock = { lockId, cardId, ownerId, reason: REASON };
    if (receiverId === undefined) {
      await this.transfers.release({ ...lock, releasedBy: by }, step);
      return;
    }
    await this.transfers.transfer({ ...lock, toCallerId: receiverId, transferredBy: by }, NO_LIMIT, step);
  }
}

interface LeftLock {
  readonly lockId: string;
  readonly cardId: string;
  readonly leaverId: string;
  readonly receiverId: string | undefined;
  readonly by: string;
}
