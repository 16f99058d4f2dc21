import type { Instant } from '#events/contracts/index';

/** R24: a promise whose time has passed and that its owner alone may keep. */
export interface OverdueLock {
  readonly cardId: string;
  readonly lockId: string;
  readonly campaignId: string;
  readonly ownerId: string;
  readonly due: Instant;
  /** Since when the present owner has had it. */
  readonly since: Instant;
}

/** A slot that is taken on its caller's stream. */
export interface TakenSlot {
  readonly lockId: string;
  readonly callerId: string;
  readonly cardId: string;
  readonly takenAt: Instant;
}

/** Priority locks and the slots that they take, as the read models know them. In pages. */
export abstract class LockFinder {
  abstract overdueSince(due: Instant): AsyncIterable<readonly OverdueLock[]>;
  abstract slotsTakenBefore(at: Instant): AsyncIterable<readonly TakenSlot[]>;
}
