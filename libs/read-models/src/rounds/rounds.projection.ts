import type { Instant } from '#events/contracts/index';
import { campaignStream } from '#events/contracts/stream-names';
import { defineProjection } from '../store/define-projection.js';
import type { Row } from '../store/row.js';

/** One round, by its id. */
export interface RoundRow extends Row {
  readonly campaignId: string;
  readonly name: string;
  readonly openedAt: Instant;
  readonly carriedOverFrom?: string;
  /** Absent while the round is open. */
  readonly closedAt?: Instant;
}

const PREFIX_LENGTH = campaignStream('').length;

export const rounds = defineProjection<RoundRow>({
  name: 'rounds',
  version: 1, // raise it to rebuild beside the live one
  keysOf: (event) => (event.type === 'RoundOpened' || event.type === 'RoundClosed' ? [event.data.roundId] : []),
  indexes: [{ name: 'newest', fields: ['openedAt'], descending: true }],
  counts: [],
  on: {
    RoundOpened: (_, { streamId, data: { roundId, openedBy: __, ...round } }) => ({
      key: roundId,
      campaignId: streamId.slice(PREFIX_LENGTH),
      ...round,
    }),
    RoundClosed: (row, { data }) => row && { ...row, closedAt: data.closedAt },
  },
});
