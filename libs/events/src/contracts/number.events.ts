import { NOTHING_PERSONAL, type ContractsOf, type DomainEvent, type Instant } from './domain-event.js';
import type { SpokeWith } from './outcome-facts.js';

// Stream `number-{hmac}`: one phone number, over all cards and campaigns. A block and a call serialise against each other here.
// These names are the storage format. Never rename one; add a version and an upcast step.

/** The moment of the decision that a call may begin. Lapses at `until` if its call never ends. */
export type CallPermitted = DomainEvent<
  'CallPermitted',
  {
    readonly callId: string;
    readonly cardId: string;
    readonly roundId: string;
    readonly callerId: string;
    readonly permittedAt: Instant;
    readonly until: Instant;
  }
>;
/** The card refused the call after all. */
export type CallPermitWithdrawn = DomainEvent<
  'CallPermitWithdrawn',
  { readonly callId: string; readonly withdrawnAt: Instant }
>;
export type CallEnded = DomainEvent<
  'CallEnded',
  {
    readonly callId: string;
    readonly cardId: string;
    readonly spokeWith: SpokeWith;
    readonly endedAt: Instant;
    /** R9: present where somebody was spoken with. */
    readonly restUntil?: Instant;
  }
>;
/** R6. Evidence is a reference (call id, letter), never the person's words. */
export type NumberBlocked = DomainEvent<
  'NumberBlocked',
  {
    readonly blockId: string;
    readonly cause: 'no-more-calls' | 'private-person' | 'company-block' | 'by-hand';
    readonly cardId?: string;
    readonly callId?: string;
    readonly companyId?: string;
    readonly blockedBy: string;
    readonly reason: string;
    readonly blockedAt: Instant;
  }
>;
/** Only an admin, with reason and evidence. */
export type NumberBlockLifted = DomainEvent<
  'NumberBlockLifted',
  {
    readonly blockId: string;
    readonly liftedBy: string;
    readonly reason: string;
    readonly evidence: string;
    readonly liftedAt: Instant;
  }
>;
export type NumberDeclaredDead = DomainEvent<
  'NumberDeclaredDead',
  { readonly cardId: string; readonly callId?: string; readonly declaredBy: string; readonly declaredAt: Instant }
>;
export type NumberRevived = DomainEvent<
  'NumberRevived',
  { readonly revivedBy: string; readonly reason: string; readonly revivedAt: Instant }
>;

export type NumberEvent =
  | CallPermitted
  | CallPermitWithdrawn
  | CallEnded
  | NumberBlocked
  | NumberBlockLifted
  | NumberDeclaredDead
  | NumberRevived;

export const numberContracts: ContractsOf<NumberEvent> = {
  CallPermitted: NOTHING_PERSONAL,
  CallPermitWithdrawn: NOTHING_PERSONAL,
  CallEnded: NOTHING_PERSONAL,
  NumberBlocked: { version: 1, personal: { reason: 'contact' } },
  NumberBlockLifted: { version: 1, personal: { reason: 'contact', evidence: 'contact' } },
  NumberDeclaredDead: NOTHING_PERSONAL,
  NumberRevived: { version: 1, personal: { reason: 'contact' } },
};
