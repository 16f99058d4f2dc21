import type { Instant } from '#events/contracts/index';
import { callerStream } from '#events/contracts/stream-names';
import { defineProjection } from '../store/define-projection.js';
import type { ReadStore } from '../store/read-store.js';
import { pagesOf } from '../store/pages-of.js';
import type { Row } from '../store/row.js';

/** A slot that a priority lock takes on its caller's stream. */
export interface LockSlotRow extends Row {
  readonly lockId: string;
  readonly callerId: string;
  readonly cardId: string;
  readonly takenAt: Instant;
}

const PREFIX_LENGTH = callerStream('').length;

/** R24: the slots that are taken now. */
export const lockSlots = defineProjection<LockSlotRow>({
  name: 'lock-slots',
  version: 1, // raise it to rebuild beside the live one
  keysOf: ({ streamId, data }) => ('lockId' in data ? [`${streamId.slice(PREFIX_LENGTH)}|${data.lockId}`] : []),
  indexes: [{ name: 'taken', fields: ['takenAt'] }],
  counts: [],
  on: {
    LockSlotTaken: (_, { streamId, data }, key) => ({ key, callerId: streamId.slice(PREFIX_LENGTH), ...data }),
    LockSlotFreed: () => undefined,
  },
});

/** Slots taken at or before the time, the oldest first. */
export const slotsTakenBefore = (store: ReadStore, at: Instant): AsyncIterable<readonly LockSlotRow[]> =>
  pagesOf(store, lockSlots, { index: 'taken', to: at });
