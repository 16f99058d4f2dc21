import { describe, expect, test } from '@jest/globals';
import type { CampaignEvent, RoundOpened } from '#events/contracts/index';
import { given } from '../testing/given.js';
import { defaultSettings } from './campaign-settings.js';
import type { CampaignCommand, OpenRound } from './campaign.commands.js';
import { campaignDecider } from './campaign.decider.js';
import {
  CampaignExists,
  CampaignUnknown,
  CapBelowOffer,
  NameMissing,
  RoundIsClosed,
  RoundUnknown,
  SettingOutOfRange,
} from './campaign.errors.js';
import { openRoundOf, roundOf } from './campaign.js';

const NOON = '2026-11-23T12:00:00.000Z';
const ONE = '2026-11-23T13:00:00.000Z';

const create = (name = 'Autumn', settings = defaultSettings): CampaignCommand => ({
  type: 'CreateCampaign',
  data: { name, settings, createdBy: 'lena', now: NOON },
});
const created: CampaignEvent = {
  type: 'CampaignCreated',
  data: { name: 'Autumn', settings: defaultSettings, createdBy: 'lena', createdAt: NOON },
};
const change = (settings = defaultSettings): CampaignCommand => ({
  type: 'ChangeSettings',
  data: { settings, changedBy: 'lena', now: ONE },
});
const open = (data: Partial<OpenRound['data']> = {}): CampaignCommand => ({
  type: 'OpenRound',
  data: { roundId: 'r1', name: 'First', openedBy: 'lena', now: NOON, ...data },
});
const opened = (data: Partial<RoundOpened['data']> = {}): CampaignEvent => ({
  type: 'RoundOpened',
  data: { roundId: 'r1', name: 'First', openedBy: 'lena', openedAt: NOON, ...data },
});
const close = (roundId = 'r1'): CampaignCommand => ({
  type: 'CloseRound',
  data: { roundId, closedBy: 'lena', now: ONE },
});
const closed: CampaignEvent = { type: 'RoundClosed', data: { roundId: 'r1', closedBy: 'lena', closedAt: ONE } };

describe('a campaign', () => {
  test('is created once, with a name and valid settings', () => {
    given(campaignDecider).when(create()).thenEmits(created);
    given(campaignDecider, created).when(create()).thenRejects(CampaignExists);
    given(campaignDecider).when(create(' ')).thenRejects(NameMissing);
    given(campaignDecider)
      .when(create('Autumn', { ...defaultSettings, attemptCap: 1 }))
      .thenRejects(CapBelowOffer);
  });

  test('is created before anything else', () => {
    given(campaignDecider).when(open()).thenRejects(CampaignUnknown);
  });

  test('changes its settings to valid ones, and only where they differ', () => {
    const settings = { ...defaultSettings, restHours: 48 };
    given(campaignDecider, created)
      .when(change(settings))
      .thenEmits({ type: 'CampaignSettingsChanged', data: { settings, changedBy: 'lena', changedAt: ONE } });
    given(campaignDecider, created).when(change()).thenNothing();
    given(campaignDecider, created)
      .when(change({ ...defaultSettings, restHours: -1 }))
      .thenRejects(SettingOutOfRange, { setting: 'restHours', value: -1 });
  });

  test('has the settings that were set last', () => {
    const settings = { ...defaultSettings, restHours: 48 };
    const changed: CampaignEvent = {
      type: 'CampaignSettingsChanged',
      data: { settings, changedBy: 'lena', changedAt: ONE },
    };
    expect(given(campaignDecider, created, changed).state.settings).toEqual(settings);
  });
});

describe('a round', () => {
  test('is opened once, with a name', () => {
    given(campaignDecider, created).when(open()).thenEmits(opened());
    given(campaignDecider, created, opened()).when(open()).thenNothing();
    given(campaignDecider, created)
      .when(open({ name: '' }))
      .thenRejects(NameMissing);
  });

  test('R8: is carried over from a round of the same campaign', () => {
    const second = { roundId: 'r2', name: 'Second', carriedOverFrom: 'r1' };
    given(campaignDecider, created, opened(), closed).when(open(second)).thenEmits(opened(second));
    given(campaignDecider, created).when(open(second)).thenRejects(RoundUnknown, { roundId: 'r1' });
  });

  test('is closed once', () => {
    given(campaignDecider, created, opened()).when(close()).thenEmits(closed);
    given(campaignDecider, created, opened(), closed).when(close()).thenNothing();
    given(campaignDecider, created).when(close('r9')).thenRejects(RoundUnknown, { roundId: 'r9' });
  });

  test('is looked up by its id, open ones apart', () => {
    const { state } = given(campaignDecider, created, opened(), opened({ roundId: 'r2' }), closed);
    expect(roundOf(state, 'r1')).toMatchObject({ closedAt: ONE });
    expect(roundOf(state, 'r9')).toBeUndefined();
    expect(openRoundOf(state, 'r2')).toMatchObject({ roundId: 'r2', name: 'First' });
    expect(() => openRoundOf(state, 'r1')).toThrow(RoundIsClosed);
    expect(() => openRoundOf(state, 'r9')).toThrow(RoundUnknown);
  });
});
