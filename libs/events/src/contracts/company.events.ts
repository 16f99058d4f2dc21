import { NOTHING_PERSONAL, type ContractsOf, type DomainEvent, type Instant } from './domain-event.js';

// Stream `company-{id}`: one legal entity.
// These names are the storage format. Never rename one; add a version and an upcast step.

export type CompanyRegistered = DomainEvent<
  'CompanyRegistered',
  {
    readonly companyNumber: string;
    readonly legalName?: string;
    readonly checkDigitFails: boolean;
    readonly registeredAt: Instant;
  }
>;
export type WorkplaceJoined = DomainEvent<
  'WorkplaceJoined',
  { readonly cardId: string; readonly numberIds: readonly string[]; readonly joinedAt: Instant }
>;
export type CompanyNumberKnown = DomainEvent<
  'CompanyNumberKnown',
  { readonly cardId: string; readonly numberId: string; readonly knownAt: Instant }
>;
/** R9: somebody at a company with few workplaces was spoken with. */
export type CompanyContacted = DomainEvent<
  'CompanyContacted',
  { readonly callId: string; readonly cardId: string; readonly restUntil: Instant; readonly contactedAt: Instant }
>;
/** R6: holds for every workplace and number of the company. */
export type CompanyBlocked = DomainEvent<
  'CompanyBlocked',
  {
    readonly blockId: string;
    readonly cause: 'no-more-calls' | 'by-hand';
    readonly cardId?: string;
    readonly blockedBy: string;
    readonly reason: string;
    readonly blockedAt: Instant;
  }
>;
/** R6: one workplace of a larger company asked for silence; the others wait for admin. */
export type CompanyBlockProposed = DomainEvent<
  'CompanyBlockProposed',
  { readonly blockId: string; readonly cardId: string; readonly proposedBy: string; readonly proposedAt: Instant }
>;
export type CompanyBlockDismissed = DomainEvent<
  'CompanyBlockDismissed',
  { readonly blockId: string; readonly dismissedBy: string; readonly reason: string; readonly dismissedAt: Instant }
>;
export type CompanyBlockLifted = DomainEvent<
  'CompanyBlockLifted',
  {
    readonly blockId: string;
    readonly liftedBy: string;
    readonly reason: string;
    readonly evidence: string;
    readonly liftedAt: Instant;
  }
>;
/** Admin confirmed that the company has ceased. */
export type CompanyCeased = DomainEvent<
  'CompanyCeased',
  { readonly confirmedBy: string; readonly evidence: string; readonly ceasedAt: Instant }
>;

/** The confirmation was wrong, or the company lives again. */
export type CeasingWithdrawn = DomainEvent<
  'CeasingWithdrawn',
  { readonly withdrawnBy: string; readonly reason: string; readonly evidence: string; readonly withdrawnAt: Instant }
>;

export type CompanyEvent =
  | CompanyRegistered
  | WorkplaceJoined
  | CompanyNumberKnown
  | CompanyContacted
  | CompanyBlocked
  | CompanyBlockProposed
  | CompanyBlockDismissed
  | CompanyBlockLifted
  | CompanyCeased
  | CeasingWithdrawn;

export const companyContracts: ContractsOf<CompanyEvent> = {
  CompanyRegistered: { version: 1, personal: { companyNumber: 'sole-trader', legalName: 'sole-trader' } },
  WorkplaceJoined: NOTHING_PERSONAL,
  CompanyNumberKnown: NOTHING_PERSONAL,
  CompanyContacted: NOTHING_PERSONAL,
  CompanyBlocked: { version: 1, personal: { reason: 'contact' } },
  CompanyBlockProposed: NOTHING_PERSONAL,
  CompanyBlockDismissed: { version: 1, personal: { reason: 'contact' } },
  CompanyBlockLifted: { version: 1, personal: { reason: 'contact', evidence: 'contact' } },
  CompanyCeased: { version: 1, personal: { evidence: 'contact' } },
  CeasingWithdrawn: { version: 1, personal: { reason: 'contact', evidence: 'contact' } },
};
