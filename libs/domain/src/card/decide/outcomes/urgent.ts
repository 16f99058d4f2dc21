import type { CompanyReportedCeased, NoMoreCallsRequested, RecentCallReported } from '#events/contracts/index';
import { plus } from '../../../shared/instant.js';
import { nextCallingTime, toPromisedTime } from '../../../shared/swedish-calendar.js';
import type { NoMoreCallsInput, RecentlyCalledInput } from '../../outcome-input.js';
import type { Reported } from './outcome-facts.js';

// Fel: Akut Adressvård

/** "You just rang": irritated, the card stays frozen until admin decides; else it rests for a stated time besides. */
export function recentlyCalled({ code: _, ...said }: RecentlyCalledInput, reported: Reported): RecentCallReported {
  const { facts, settings } = reported;
  const rested = plus(facts.endedAt, { days: settings.recentlyCalledRestDays });
  const due = toPromisedTime(nextCallingTime(rested, settings.callingHours));
  return { type: 'RecentCallReported', data: { ...facts, ...said, ...(!said.irritated && { due }) } };
}

export const ceased = ({ facts }: Reported): CompanyReportedCeased => ({ type: 'CompanyReportedCeased', data: facts });

/** R6 Ring mig inte igen */
export const noMoreCalls = ({ code: _, ...said }: NoMoreCallsInput, { facts }: Reported): NoMoreCallsRequested => ({
  type: 'NoMoreCallsRequested',
  data: { ...facts, ...said },
});
