import type { CampaignEvent, CampaignSettings, Instant, RoundOpened } from '#events/contracts/index';
import { defaultSettings } from './campaign-settings.js';
import { RoundIsClosed, RoundUnknown } from './campaign.errors.js';

export type Round = Omit<RoundOpened['data'], 'openedBy'> & { readonly closedAt?: Instant };

export interface Campaign {
  readonly isCreated: boolean;
  readonly name: string;
  readonly settings: CampaignSettings;
  /** In the order in which they were opened. */
  readonly rounds: readonly Round[];
}

export const NO_CAMPAIGN: Campaign = { isCreated: false, name: '', settings: defaultSettings, rounds: [] };

export const roundOf = ({ rounds }: Campaign, wanted: string): Round | undefined =>
  rounds.find(({ roundId }) => roundId === wanted);

/** @throws RoundUnknown, RoundIsClosed */
export function openRoundOf(campaign: Campaign, roundId: string): Round {
  const round = roundOf(campaign, roundId);
  if (!round) throw new RoundUnknown(roundId);
  if (round.closedAt) throw new RoundIsClosed(roundId, round.closedAt);
  return round;
}

export function evolve(campaign: Campaign, { type, data }: CampaignEvent): Campaign {
  switch (type) {
    case 'CampaignCreated':
      return { ...campaign, isCreated: true, name: data.name, settings: data.settings };
    case 'CampaignSettingsChanged':
      return { ...campaign, settings: data.settings };
    case 'RoundOpened':
      return { ...campaign, rounds: [...campaign.rounds, roundFrom(data)] };
    case 'RoundClosed':
      return { ...campaign, rounds: campaign.rounds.map((round) => closedIn(round, data)) };
  }
}

const roundFrom = ({ openedBy: _, ...round }: RoundOpened['data']): Round => round;

const closedIn = (round: Round, closed: { readonly roundId: string; readonly closedAt: Instant }): Round =>
  round.roundId === closed.roundId ? { ...round, closedAt: closed.closedAt } : round;
