import type { CampaignSettings, Instant } from '#events/contracts/index';
import { defineProjection } from '../store/define-projection.js';
import type { Row } from '../store/row.js';

export interface RoundOfCampaign {
  readonly roundId: string;
  readonly name: string;
  readonly carriedOverFrom?: string;
  readonly openedAt: Instant;
  /** Absent while the round is open. */
  readonly closedAt?: Instant;
}

/** One campaign with its rounds in the order in which they were opened. */
export interface CampaignListRow extends Row {
  readonly name: string;
  readonly settings: CampaignSettings;
  readonly createdAt: Instant;
  readonly rounds: readonly RoundOfCampaign[];
}

const CATEGORY = 'campaign-';

export const campaignList = defineProjection<CampaignListRow>({
  name: 'campaign-list',
  version: 1, // raise it to rebuild beside the live one
  keysOf: ({ streamId }) => [streamId.slice(CATEGORY.length)],
  indexes: [{ name: 'newest', fields: ['createdAt'], descending: true }],
  counts: [],
  on: {
    CampaignCreated: (_, { data: { name, settings, createdAt } }, key) => ({
      key,
      name,
      settings,
      createdAt,
      rounds: [],
    }),
    CampaignSettingsChanged: (row, { data }) => row && { ...row, settings: data.settings },
    RoundOpened: (row, { data: { openedBy: _, ...round } }) => row && { ...row, rounds: [...row.rounds, round] },
    RoundClosed: (row, { data }) =>
      row && {
        ...row,
        rounds: row.rounds.map((round) =>
          round.roundId === data.roundId ? { ...round, closedAt: data.closedAt } : round,
        ),
      },
  },
});
