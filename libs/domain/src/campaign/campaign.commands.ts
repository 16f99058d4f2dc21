import type { CampaignSettings, RoundClosed, RoundOpened } from '#events/contracts/index';
import type { Command } from '../shared/command.js';

export type CreateCampaign = Command<'CreateCampaign', { name: string; settings: CampaignSettings; createdBy: string }>;
export type ChangeSettings = Command<'ChangeSettings', { settings: CampaignSettings; changedBy: string }>;
export type OpenRound = Command<'OpenRound', Omit<RoundOpened['data'], 'openedAt'>>;
export type CloseRound = Command<'CloseRound', Omit<RoundClosed['data'], 'closedAt'>>;

export type CampaignCommand = CreateCampaign | ChangeSettings | OpenRound | CloseRound;
