import type { CampaignEvent } from '#events/contracts/index';
import type { Decider } from '../shared/decider.js';
import { areSame, mustBeValid } from './campaign-settings.js';
import type { CampaignCommand, ChangeSettings, CloseRound, CreateCampaign, OpenRound } from './campaign.commands.js';
import { CampaignExists, CampaignUnknown, NameMissing, RoundUnknown } from './campaign.errors.js';
import { evolve, NO_CAMPAIGN, roundOf, type Campaign } from './campaign.js';

function mustBeNamed(name: string): void {
  if (name.trim() === '') throw new NameMissing();
}

function create({ now, ...campaign }: CreateCampaign['data'], { isCreated }: Campaign): CampaignEvent[] {
  if (isCreated) throw new CampaignExists();
  mustBeNamed(campaign.name);
  mustBeValid(campaign.settings);
  return [{ type: 'CampaignCreated', data: { ...campaign, createdAt: now } }];
}

function changeSettings({ now, ...change }: ChangeSettings['data'], { settings }: Campaign): CampaignEvent[] {
  mustBeValid(change.settings);
  if (areSame(change.settings, settings)) return [];
  return [{ type: 'CampaignSettingsChanged', data: { ...change, changedAt: now } }];
}

/** The cards of the round that it is carried over from may still be called there, until that one closes. */
function openRound({ now, ...round }: OpenRound['data'], campaign: Campaign): CampaignEvent[] {
  const { roundId, name, carriedOverFrom } = round;
  if (roundOf(campaign, roundId)) return [];
  mustBeNamed(name);
  if (carriedOverFrom && !roundOf(campaign, carriedOverFrom)) throw new RoundUnknown(carriedOverFrom);
  return [{ type: 'RoundOpened', data: { ...round, openedAt: now } }];
}

function closeRound({ now, ...closing }: CloseRound['data'], campaign: Campaign): CampaignEvent[] {
  const round = roundOf(campaign, closing.roundId);
  if (!round) throw new RoundUnknown(closing.roundId);
  return round.closedAt ? [] : [{ type: 'RoundClosed', data: { ...closing, closedAt: now } }];
}

function decide(command: CampaignCommand, campaign: Campaign): CampaignEvent[] {
  if (command.type !== 'CreateCampaign' && !campaign.isCreated) throw new CampaignUnknown();
  switch (command.type) {
    case 'CreateCampaign':
      return create(command.data, campaign);
    case 'ChangeSettings':
      return changeSettings(command.data, campaign);
    case 'OpenRound':
      return openRound(command.data, campaign);
    case 'CloseRound':
      return closeRound(command.data, campaign);
  }
}

export const campaignDecider: Decider<Campaign, CampaignCommand, CampaignEvent> = {
  initial: NO_CAMPAIGN,
  evolve,
  decide,
};
