import { cardDecider } from '#domain/card/card.decider';
import { minus } from '#domain/shared/instant';
import { cardStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { LockFinder, TakenSlot } from '../finding/lock-finder.js';
import { LockSlots } from '../lock-slots.js';
import { inParallel } from '../shared/in-parallel.js';

/** A slot is taken before its card is locked: a younger one may belong to a lock that is just being made. */
const YOUNGEST_SECONDS = 60;

/**
 * R24: frees slots whose lock has ended, or was never made. Whoever ends a lock frees its slot at once; this finds what
 * a crash left between the two. A walk over the taken slots now and then, at most 50 a caller, costs nothing per
 * outcome; to ask of each outcome whether it ended a lock would cost a read for every one of them.
 */
export class SlotSweep {
  private readonly slots: LockSlots;

  constructor(
    private readonly runner: DecisionRunner,
    private readonly locks: LockFinder,
  ) {
    this.slots = new LockSlots(runner);
  }

  async sweep(cause: Cause, signal: AbortSignal): Promise<void> {
    const before = minus(cause.occurredAt, { seconds: YOUNGEST_SECONDS });
    for await (const page of this.locks.slotsTakenBefore(before)) {
      if (signal.aborted) return;
      await inParallel(page, (slot) => this.freeUnlessHeld(slot, cause));
    }
  }

  private async freeUnlessHeld(slot: TakenSlot, cause: Cause): Promise<void> {
    const { state } = await this.runner.load(cardDecider, cardStream(slot.cardId));
    const isHeld = state.lock?.lockId === slot.lockId && state.lock.ownerId === slot.callerId;
    if (!isHeld) await this.slots.free(slot, followingFrom(cause, `${slot.cardId}/${slot.takenAt}`));
  }
}
