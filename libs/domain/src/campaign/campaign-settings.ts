import type { CampaignSettings } from '#events/contracts/index';
import { CallingHoursInvalid, CapBelowOffer, SettingOutOfRange } from './campaign.errors.js';

/** The defaults of the business rules. */
export const defaultSettings: CampaignSettings = {
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
  webAddressFromOre: 120_000,
  regretMinutes: 10,
  longestCallMinutes: 60,
};

export type NumericSetting = Exclude<keyof CampaignSettings, 'callingHours'>;

/** Whole numbers from the first to the last, both allowed. */
export const SETTING_RANGES: Readonly<Record<NumericSetting, readonly [number, number]>> = {
  leaseMinutes: [1, 240],
  noAnswerRetryHours: [1, 168],
  busyRetryMinutes: [1, 1440],
  exhaustedOfferedFromAttempt: [1, 50],
  attemptCap: [1, 50],
  restHours: [0, 2160],
  smallCompanyWorkplaces: [0, 100],
  recentlyCalledRestDays: [0, 730],
  deferredMonths: [1, 36],
  offerToTeamAfterWorkingDays: [1, 60],
  maxPriorityLocks: [1, 1000],
  webAddressFromOre: [0, 100_000_000],
  regretMinutes: [0, 1440],
  longestCallMinutes: [1, 480],
};

const NUMERIC = Object.keys(SETTING_RANGES) as readonly NumericSetting[];
const WALL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** @throws SettingOutOfRange, CapBelowOffer, CallingHoursInvalid */
export function mustBeValid(settings: CampaignSettings): void {
  for (const setting of NUMERIC) {
    const [from, to] = SETTING_RANGES[setting];
    const value = settings[setting];
    if (!Number.isInteger(value) || value < from || value > to) throw new SettingOutOfRange(setting, value, from, to);
  }
  const { attemptCap, exhaustedOfferedFromAttempt } = settings;
  if (attemptCap < exhaustedOfferedFromAttempt) throw new CapBelowOffer(attemptCap, exhaustedOfferedFromAttempt);
  mustBeHours(settings.callingHours);
}

/** R23 */
function mustBeHours({ weekdays, from, to }: CampaignSettings['callingHours']): void {
  const areWeekdays = weekdays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
  if (weekdays.length === 0) throw new CallingHoursInvalid('no-weekday');
  if (!areWeekdays || new Set(weekdays).size < weekdays.length) throw new CallingHoursInvalid('weekdays');
  if (!WALL_TIME.test(from) || !WALL_TIME.test(to)) throw new CallingHoursInvalid('wall-time');
  if (from >= to) throw new CallingHoursInvalid('from-not-before-to');
}

/** Weekdays in any order are the same weekdays. */
export function areSame(a: CampaignSettings, b: CampaignSettings): boolean {
  return NUMERIC.every((setting) => a[setting] === b[setting]) && hoursText(a) === hoursText(b);
}

const hoursText = ({ callingHours: { weekdays, from, to, onHolidays } }: CampaignSettings): string =>
  [[...weekdays].sort().join(), from, to, onHolidays].join(' ');
