import { NOTHING_PERSONAL, type ContractsOf, type DomainEvent, type Instant } from './domain-event.js';

// Stream `campaign-{id}`: the campaign, its settings, its rounds opening and closing; never per-call facts.
// These names are the storage format. Never rename one; add a version and an upcast step.

/** The settings of rules.md, each with the unit in its name. */
export interface CampaignSettings {
  /** R2 */
  readonly leaseMinutes: number;
  readonly noAnswerRetryHours: number;
  readonly busyRetryMinutes: number;
  /** R5: from this attempt Declined/exhausted is offered. */
  readonly exhaustedOfferedFromAttempt: number;
  /** R5: the attempt that must be final unless a lead allows a further one. */
  readonly attemptCap: number;
  /** R9 */
  readonly restHours: number;
  /** R6, R9: up to how many workplaces a company counts as small. */
  readonly smallCompanyWorkplaces: number;
  readonly recentlyCalledRestDays: number;
  readonly deferredMonths: number;
  /** R23: ISO weekdays (1 = Monday) and wall times in Europe/Stockholm; `to` is exclusive. */
  readonly callingHours: {
    readonly weekdays: readonly number[];
    readonly from: string;
    readonly to: string;
    readonly onHolidays: boolean;
  };
  /** R24 */
  readonly offerToTeamAfterWorkingDays: number;
  readonly maxPriorityLocks: number;
  /** R11: from this list price ex VAT the web or Facebook address is asked for. */
  readonly webAddressFromOre: number;
  /** R17: how long after the call the caller may still change an order; the thank-you mail waits as long. */
  readonly regretMinutes: number;
  /** How long a permit to call lives if its call never ends. */
  readonly longestCallMinutes: number;
}

export type CampaignCreated = DomainEvent<
  'CampaignCreated',
  {
    readonly name: string;
    readonly settings: CampaignSettings;
    readonly createdBy: string;
    readonly createdAt: Instant;
  }
>;
export type CampaignSettingsChanged = DomainEvent<
  'CampaignSettingsChanged',
  { readonly settings: CampaignSettings; readonly changedBy: string; readonly changedAt: Instant }
>;
/** `carriedOverFrom`: the cards of that round enter this one. */
export type RoundOpened = DomainEvent<
  'RoundOpened',
  {
    readonly roundId: string;
    readonly name: string;
    readonly carriedOverFrom?: string;
    readonly openedBy: string;
    readonly openedAt: Instant;
  }
>;
export type RoundClosed = DomainEvent<
  'RoundClosed',
  { readonly roundId: string; readonly closedBy: string; readonly closedAt: Instant }
>;

export type CampaignEvent = CampaignCreated | CampaignSettingsChanged | RoundOpened | RoundClosed;

export const campaignContracts: ContractsOf<CampaignEvent> = {
  CampaignCreated: { version: 2, personal: {} },
  CampaignSettingsChanged: { version: 2, personal: {} },
  RoundOpened: NOTHING_PERSONAL,
  RoundClosed: NOTHING_PERSONAL,
};
