import type { CaseEffect, CaseRaised, CaseResolved } from '#events/contracts/index';
import type { Command } from '../shared/command.js';

/** Once, however often the fact that it follows from is seen. */
export type RaiseCase = Command<'RaiseCase', Omit<CaseRaised['data'], 'alarmAt'>>;
export type TakeCase = Command<'TakeCase', { readonly takenBy: string }>;
/** Any admin's: a colleague may be away. */
export type PutBackCase = Command<'PutBackCase', { readonly putBackBy: string }>;
/** R7 */
export type AlarmCase = Command<'AlarmCase', object>;
/** After the effect: what was done, and by whom. */
export type ResolveCase = Command<
  'ResolveCase',
  { readonly effect: CaseEffect; readonly comment: string; readonly resolvedBy: string }
>;
/** A fact elsewhere has settled its matter. */
export type SettleCase = Command<
  'SettleCase',
  {
    readonly settledBy: NonNullable<CaseResolved['data']['settledBy']>;
    /** Also one that somebody has taken. */
    readonly evenTaken: boolean;
    readonly resolvedBy: string;
  }
>;

export type CaseCommand = RaiseCase | TakeCase | PutBackCase | AlarmCase | ResolveCase | SettleCase;
