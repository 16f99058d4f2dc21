import {
  NOTHING_PERSONAL,
  type ContractsOf,
  type DomainEvent,
  type Instant,
  type Language,
  type PromisedTime,
} from './domain-event.js';
import type { NoteKind } from './case.events.js';
import { ORDER_PERSONAL } from './order.events.js';
import type { OrderForm } from './order-form.js';
import type { OutcomeCode, OutcomeFacts } from './outcome-facts.js';

// Stream `card-{id}`: one workplace (kundkort) for ever.
// These names are the storage format. Never rename one; add a version and an upcast step.

export interface CardNumber {
  /** HMAC of the E.164 form; names the `number-` stream. */
  readonly numberId: string;
  readonly e164: string;
  readonly label?: string;
}

export interface CardContact {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly role?: string;
  readonly email?: string;
}

export interface Workplace {
  readonly name: string;
  readonly street?: string;
  readonly postcode?: string;
  readonly city?: string;
  readonly website?: string;
  readonly email?: string;
  readonly contact?: CardContact;
}

export interface CardSource {
  readonly kind: 'import' | 'head-office-referral' | 'by-hand';
  readonly importId?: string;
  /** Line in the file, the heading is line 1. */
  readonly row?: number;
  /** A telephone that could not be read, kept as it was typed. */
  readonly unreadableNumbers?: readonly string[];
}

export type CardImported = DomainEvent<
  'CardImported',
  {
    readonly workplace: Workplace;
    readonly numbers: readonly CardNumber[];
    readonly companyId?: string;
    readonly externalId?: string;
    readonly existingCustomerNumber?: string;
    readonly source: CardSource;
    readonly importedAt: Instant;
  }
>;
/** The card takes part in a round. Priority: a larger number is handed out earlier. */
export type CardEnteredRound = DomainEvent<
  'CardEnteredRound',
  { readonly campaignId: string; readonly roundId: string; readonly priority: number; readonly enteredAt: Instant }
>;
export type WorkplaceCorrected = DomainEvent<
  'WorkplaceCorrected',
  {
    readonly workplace: Workplace;
    readonly existingCustomerNumber?: string;
    readonly correctedBy: string;
    readonly correctedAt: Instant;
  }
>;
/** A number found by a caller or admin. The number it replaces, where there is one, is kept as dead. */
export type CardNumberAdded = DomainEvent<
  'CardNumberAdded',
  {
    readonly number: CardNumber;
    readonly replacesNumberId?: string;
    readonly addedBy: string;
    readonly addedAt: Instant;
  }
>;
export type CardJoinedCompany = DomainEvent<
  'CardJoinedCompany',
  { readonly companyId: string; readonly joinedAt: Instant }
>;

/** Why a card was handed out; what the caller sees as "why was I served this". */
export type ServedBecause =
  | 'priority-callback-due'
  | 'priority-callback-offered-to-team'
  | 'callback-due'
  | 'retry-due'
  | 'never-called'
  | 'skipped-before'
  | 'opened-by-search';

/** Kortet uppe hos en säljare: a lease, not the priority lock. */
export type CardClaimed = DomainEvent<
  'CardClaimed',
  {
    readonly claimId: string;
    readonly campaignId: string;
    readonly roundId: string;
    readonly callerId: string;
    readonly because: ServedBecause;
    readonly claimedAt: Instant;
    readonly leaseUntil: Instant;
  }
>;
export type ClaimRenewed = DomainEvent<
  'ClaimRenewed',
  { readonly claimId: string; readonly roundId: string; readonly leaseUntil: Instant }
>;
/** Given back by its holder, or broken by a lead (then with a reason). */
export type ClaimReleased = DomainEvent<
  'ClaimReleased',
  {
    readonly claimId: string;
    readonly roundId: string;
    readonly releasedBy: string;
    readonly reason?: string;
    readonly releasedAt: Instant;
  }
>;
/** R22: goes last in its own priority group. */
export type CardSkipped = DomainEvent<
  'CardSkipped',
  {
    readonly claimId: string;
    readonly roundId: string;
    readonly callerId: string;
    readonly reason: string;
    readonly skips: number;
    readonly skippedAt: Instant;
  }
>;
export type CallStarted = DomainEvent<
  'CallStarted',
  {
    readonly callId: string;
    readonly claimId: string;
    readonly roundId: string;
    readonly callerId: string;
    readonly numberId: string;
    /** Revision of the permit on the number's stream. */
    readonly permitRevision: number;
    readonly startedAt: Instant;
  }
>;

/** Återkom: back in the shared queue at that time, no owner. */
export type CallbackScheduled = DomainEvent<
  'CallbackScheduled',
  OutcomeFacts & { readonly due: PromisedTime; readonly personName?: string }
>;
/** Återkom Prio: from here the card is locked to its caller. */
export type PriorityCallbackPromised = DomainEvent<
  'PriorityCallbackPromised',
  OutcomeFacts & {
    readonly due: PromisedTime;
    readonly personName: string;
    readonly lockId: string;
    readonly lockedSince: Instant;
  }
>;
/** Ej svar. */
export type CallUnanswered = DomainEvent<'CallUnanswered', OutcomeFacts & { readonly due: PromisedTime }>;
/** Upptaget: the 5th in a row counts as an attempt. */
export type LineBusy = DomainEvent<
  'LineBusy',
  OutcomeFacts & { readonly due: PromisedTime; readonly busyInARow: number }
>;
/** Nej. */
export type OfferDeclined = DomainEvent<'OfferDeclined', OutcomeFacts & { readonly reason: 'said-no' | 'exhausted' }>;
/** Nej/Återkom 6 mån. */
export type OfferDeferred = DomainEvent<
  'OfferDeferred',
  OutcomeFacts & {
    readonly reason: 'mail-sent' | 'winding-down';
    readonly mailAddress?: string;
    readonly hidden: PromisedTime;
  }
>;
/** Fel: Spärrton & Fax. */
export type NumberFoundDead = DomainEvent<
  'NumberFoundDead',
  OutcomeFacts & { readonly deadNumberId: string; readonly hasAnotherNumber: boolean; readonly due?: PromisedTime }
>;
/** Fel: Privatperson. */
export type PrivatePersonFound = DomainEvent<'PrivatePersonFound', OutcomeFacts>;
/** Fel: Obehörig kontaktperson. */
export type ContactFoundUnauthorised = DomainEvent<
  'ContactFoundUnauthorised',
  OutcomeFacts & { readonly searchedTheWeb: true }
>;
/** Fel: HK-hänvisning. */
export type ReferredToHeadOffice = DomainEvent<
  'ReferredToHeadOffice',
  OutcomeFacts & { readonly headOfficeName?: string; readonly headOfficeCardId?: string }
>;
/** Fel: Akut Adressvård, "you just rang": a double-call incident. */
export type RecentCallReported = DomainEvent<
  'RecentCallReported',
  OutcomeFacts & { readonly irritated: boolean; readonly likelyDoubleOf?: string; readonly due?: PromisedTime }
>;
/** Fel: Akut Adressvård, the company has ceased; admin confirms. */
export type CompanyReportedCeased = DomainEvent<'CompanyReportedCeased', OutcomeFacts>;
/** R6 Ring mig inte igen. */
export type NoMoreCallsRequested = DomainEvent<
  'NoMoreCallsRequested',
  OutcomeFacts & { readonly irritated: boolean; readonly existingCustomerNumber?: string; readonly blockId: string }
>;
export type OrderTaken = DomainEvent<
  'OrderTaken',
  OutcomeFacts & {
    readonly orderId: string;
    readonly channel: 'call' | 'mail';
    /** Message reference of an order by mail. */
    readonly messageReference?: string;
    readonly order: OrderForm;
    /** Codes of the warnings that the caller confirmed (R10, R19). */
    readonly confirmedWarnings: readonly string[];
    /** What the caller read aloud: the evidence of what was agreed. */
    readonly readBack: string;
    readonly language: Language;
  }
>;

/** The order lives on its own stream; here it no longer counts as one of the round. */
export type CardOrderCancelled = DomainEvent<
  'CardOrderCancelled',
  { readonly orderId: string; readonly roundId: string; readonly cancelledBy: string; readonly cancelledAt: Instant }
>;

/** Nobody need call in the round: an order of an earlier one goes on. */
export type CardOrderRenewed = DomainEvent<
  'CardOrderRenewed',
  { readonly orderId: string; readonly roundId: string; readonly renewedBy: string; readonly renewedAt: Instant }
>;

export type OutcomeEvent =
  | CallbackScheduled
  | PriorityCallbackPromised
  | CallUnanswered
  | LineBusy
  | OfferDeclined
  | OfferDeferred
  | NumberFoundDead
  | PrivatePersonFound
  | ContactFoundUnauthorised
  | ReferredToHeadOffice
  | RecentCallReported
  | CompanyReportedCeased
  | NoMoreCallsRequested
  | OrderTaken;

/** R21: the old outcome stays; the replacement's effects hold from here. */
export type OutcomeCorrected = DomainEvent<
  'OutcomeCorrected',
  {
    readonly correctedOutcomeId: string;
    readonly was: OutcomeFacts & { readonly code: OutcomeCode };
    readonly replacement: OutcomeEvent;
    readonly correctedBy: string;
    readonly reason: string;
    readonly correctedAt: Instant;
  }
>;
/** R5: a lead allows one further attempt beyond the cap. */
export type FurtherAttemptAllowed = DomainEvent<
  'FurtherAttemptAllowed',
  { readonly roundId: string; readonly allowedBy: string; readonly reason: string; readonly allowedAt: Instant }
>;

export type PriorityLockReleased = DomainEvent<
  'PriorityLockReleased',
  {
    readonly lockId: string;
    readonly roundId: string;
    readonly releasedBy: string;
    readonly reason: string;
    readonly releasedAt: Instant;
  }
>;
export type PriorityLockTransferred = DomainEvent<
  'PriorityLockTransferred',
  {
    readonly lockId: string;
    readonly roundId: string;
    readonly fromCallerId: string;
    readonly toCallerId: string;
    readonly transferredBy: string;
    readonly reason: string;
    readonly transferredAt: Instant;
  }
>;
/** R24: overdue too long; anyone may return, the promise stays first in line. */
export type PriorityCallbackOfferedToTeam = DomainEvent<
  'PriorityCallbackOfferedToTeam',
  { readonly lockId: string; readonly roundId: string; readonly ownerId: string; readonly offeredAt: Instant }
>;

/** R6: which block silences the card. */
export type CardBarred = DomainEvent<
  'CardBarred',
  { readonly blockId: string; readonly scope: 'number' | 'workplace' | 'company'; readonly barredAt: Instant }
>;
export type CardUnbarred = DomainEvent<
  'CardUnbarred',
  { readonly blockId: string; readonly liftedBy: string; readonly unbarredAt: Instant }
>;
/** R6: a workplace of a larger company waits for admin's decision. */
export type CardFrozen = DomainEvent<
  'CardFrozen',
  { readonly blockId: string; readonly reason: 'company-block-undecided'; readonly frozenAt: Instant }
>;
export type CardUnfrozen = DomainEvent<
  'CardUnfrozen',
  { readonly blockId: string; readonly decidedBy: string; readonly unfrozenAt: Instant }
>;
/** R9: another card with the same number, or of the same small company, was spoken with. */
export type CardRested = DomainEvent<
  'CardRested',
  { readonly becauseOfCallId: string; readonly restUntil: Instant; readonly restedAt: Instant }
>;
/** A card that needs care got what it needed: a new number, or admin's decision. */
export type CardCured = DomainEvent<
  'CardCured',
  { readonly curedBy: string; readonly reason: string; readonly curedAt: Instant }
>;
/** The customer's own contact, a yes by mail, or admin with evidence; never past a block. */
export type CardReopened = DomainEvent<
  'CardReopened',
  {
    readonly roundId: string;
    readonly cause: 'customer-initiated' | 'mail' | 'admin';
    readonly reopenedBy: string;
    readonly reason: string;
    readonly reopenedAt: Instant;
  }
>;
export type NoteAdded = DomainEvent<
  'NoteAdded',
  {
    readonly noteId: string;
    readonly text: string;
    /** R16: sent to admin, as this kind of case. */
    readonly sendToAdmin?: NoteKind;
    /** The order whose form it was written in. */
    readonly orderId?: string;
    readonly addedBy: string;
    readonly addedAt: Instant;
  }
>;

export type CardEvent =
  | CardImported
  | CardEnteredRound
  | WorkplaceCorrected
  | CardNumberAdded
  | CardJoinedCompany
  | CardClaimed
  | ClaimRenewed
  | ClaimReleased
  | CardSkipped
  | CallStarted
  | OutcomeEvent
  | OutcomeCorrected
  | CardOrderCancelled
  | CardOrderRenewed
  | FurtherAttemptAllowed
  | PriorityLockReleased
  | PriorityLockTransferred
  | PriorityCallbackOfferedToTeam
  | CardBarred
  | CardUnbarred
  | CardFrozen
  | CardUnfrozen
  | CardRested
  | CardCured
  | CardReopened
  | NoteAdded;

const WORKPLACE_PERSONAL = {
  'workplace.name': 'sole-trader',
  'workplace.street': 'sole-trader',
  'workplace.email': 'sole-trader',
  'workplace.website': 'sole-trader',
  'workplace.contact': 'contact',
} as const;
export const cardContracts: ContractsOf<CardEvent> = {
  CardImported: {
    version: 1,
    personal: { ...WORKPLACE_PERSONAL, 'numbers.*.e164': 'contact', 'source.unreadableNumbers': 'contact' },
  },
  CardEnteredRound: NOTHING_PERSONAL,
  WorkplaceCorrected: { version: 1, personal: WORKPLACE_PERSONAL },
  CardNumberAdded: { version: 1, personal: { 'number.e164': 'contact' } },
  CardJoinedCompany: NOTHING_PERSONAL,
  CardClaimed: NOTHING_PERSONAL,
  ClaimRenewed: NOTHING_PERSONAL,
  ClaimReleased: { version: 1, personal: { reason: 'contact' } },
  CardSkipped: { version: 1, personal: { reason: 'contact' } },
  CallStarted: NOTHING_PERSONAL,
  CallbackScheduled: { version: 1, personal: { personName: 'contact' } },
  PriorityCallbackPromised: { version: 1, personal: { personName: 'contact' } },
  CallUnanswered: NOTHING_PERSONAL,
  LineBusy: NOTHING_PERSONAL,
  OfferDeclined: NOTHING_PERSONAL,
  OfferDeferred: { version: 1, personal: { mailAddress: 'contact' } },
  NumberFoundDead: NOTHING_PERSONAL,
  PrivatePersonFound: NOTHING_PERSONAL,
  ContactFoundUnauthorised: NOTHING_PERSONAL,
  ReferredToHeadOffice: { version: 1, personal: { headOfficeName: 'sole-trader' } },
  RecentCallReported: NOTHING_PERSONAL,
  CompanyReportedCeased: NOTHING_PERSONAL,
  NoMoreCallsRequested: NOTHING_PERSONAL,
  OrderTaken: { version: 2, personal: { ...ORDER_PERSONAL, messageReference: 'contact' } },
  // The replacement is a whole outcome event: what it marks is marked here under `replacement.data`.
  OutcomeCorrected: {
    version: 2,
    personal: {
      'replacement.data.personName': 'contact',
      'replacement.data.mailAddress': 'contact',
      'replacement.data.headOfficeName': 'sole-trader',
      'replacement.data.order': 'contact',
      'replacement.data.messageReference': 'contact',
      'replacement.data.readBack': 'contact',
      reason: 'contact',
    },
  },
  CardOrderCancelled: NOTHING_PERSONAL,
  CardOrderRenewed: NOTHING_PERSONAL,
  FurtherAttemptAllowed: { version: 1, personal: { reason: 'contact' } },
  PriorityLockReleased: { version: 1, personal: { reason: 'contact' } },
  PriorityLockTransferred: { version: 1, personal: { reason: 'contact' } },
  PriorityCallbackOfferedToTeam: NOTHING_PERSONAL,
  CardBarred: NOTHING_PERSONAL,
  CardUnbarred: NOTHING_PERSONAL,
  CardFrozen: NOTHING_PERSONAL,
  CardUnfrozen: NOTHING_PERSONAL,
  CardRested: NOTHING_PERSONAL,
  CardCured: { version: 1, personal: { reason: 'contact' } },
  CardReopened: { version: 1, personal: { reason: 'contact' } },
  NoteAdded: { version: 2, personal: { text: 'contact' } },
};
