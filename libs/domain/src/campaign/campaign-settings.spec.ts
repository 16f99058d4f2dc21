import { describe, expect, test } from '@jest/globals';
import type { CampaignSettings } from '#events/contracts/index';
import { areSame, defaultSettings, mustBeValid, SETTING_RANGES } from './campaign-settings.js';
import { CallingHoursInvalid, CapBelowOffer, SettingOutOfRange } from './campaign.errors.js';

const withSettings = (change: Partial<CampaignSettings>): CampaignSettings => ({ ...defaultSettings, ...change });
const withHours = (change: Partial<CampaignSettings['callingHours']>): CampaignSettings =>
  withSettings({ callingHours: { ...defaultSettings.callingHours, ...change } });
const refusalOf = (settings: CampaignSettings): unknown => {
  try {
    mustBeValid(settings);
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('the settings of a campaign', () => {
  test('R2, R5, R6, R9, R23, R24: default to what the rules say, and are valid', () => {
    expect(refusalOf(defaultSettings)).toBeUndefined();
    expect(defaultSettings).toMatchObject({
      leaseMinutes: 15,
      noAnswerRetryHours: 4,
      busyRetryMinutes: 20,
      exhaustedOfferedFromAttempt: 3,
      attemptCap: 5,
      restHours: 24,
      smallCompanyWorkplaces: 3,
      recentlyCalledRestDays: 90,
      deferredMonths: 6,
      callingHours: { weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '17:00', onHolidays: false },
      offerToTeamAfterWorkingDays: 3,
      maxPriorityLocks: 50,
    });
  });

  test.each(Object.entries(SETTING_RANGES))('%s is a whole number in its range %j', (setting, [from, to]) => {
    for (const value of [from - 1, to + 1, from + 0.5, Number.NaN]) {
      const refusal = refusalOf(withSettings({ [setting]: value }));
      expect(refusal).toBeInstanceOf(SettingOutOfRange);
      expect(refusal).toMatchObject({ setting, from, to });
    }
    for (const value of [from, to]) {
      expect(refusalOf(withSettings({ [setting]: value }))).not.toBeInstanceOf(SettingOutOfRange);
    }
  });

  test('R5: leave room for exhausted before the cap', () => {
    expect(refusalOf(withSettings({ attemptCap: 2 }))).toBeInstanceOf(CapBelowOffer);
    expect(refusalOf(withSettings({ attemptCap: 3 }))).toBeUndefined();
  });

  test.each([
    ['no-weekday', { weekdays: [] }],
    ['weekdays', { weekdays: [0] }],
    ['weekdays', { weekdays: [8] }],
    ['weekdays', { weekdays: [1, 1] }],
    ['wall-time', { from: '8:00' }],
    ['wall-time', { to: '24:00' }],
    ['from-not-before-to', { from: '17:00' }],
  ])('R23: calling hours are refused as %s: %j', (problem, hours) => {
    const refusal = refusalOf(withHours(hours));
    expect(refusal).toBeInstanceOf(CallingHoursInvalid);
    expect(refusal).toMatchObject({ problem });
  });

  test('are the same when they say the same', () => {
    expect(areSame(defaultSettings, withHours({ weekdays: [5, 4, 3, 2, 1] }))).toBe(true);
    expect(areSame(defaultSettings, withHours({ onHolidays: true }))).toBe(false);
    expect(areSame(defaultSettings, withHours({ weekdays: [1] }))).toBe(false);
    expect(areSame(defaultSettings, withSettings({ restHours: 48 }))).toBe(false);
  });
});
