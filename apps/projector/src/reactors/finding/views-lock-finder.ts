import type { Instant } from '#events/contracts/index';
import { LockFinder, type OverdueLock, type TakenSlot } from '#processes/finding/lock-finder';
import { callbacks } from '#read-models/callbacks/callbacks';
import { slotsTakenBefore } from '#read-models/lock-slots/lock-slots.projection';
import { pagesOf } from '#read-models/store/pages-of';
import type { ReadStore } from '#read-models/store/read-store';

export class ViewsLockFinder extends LockFinder {
  constructor(private readonly views: ReadStore) {
    super();
  }

  override async *overdueSince(due: Instant): AsyncGenerator<readonly OverdueLock[]> {
    const pages = pagesOf(this.views, callbacks, { index: 'due', equals: { offeredToTeam: 0 }, to: due });
    for await (const page of pages) yield page.map(({ dueAt, ...lock }) => ({ ...lock, due: dueAt }));
  }

  override slotsTakenBefore(at: Instant): AsyncIterable<readonly TakenSlot[]> {
    return slotsTakenBefore(this.views, at);
  }
}
