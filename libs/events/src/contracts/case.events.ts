import { NOTHING_PERSONAL, type ContractsOf, type DomainEvent, type Instant } from './domain-event.js';

// Stream `case-{id}`: one item in the admin inbox, from raised to resolved.
// These names are the storage format. Never rename one; add a version and an upcast step.

/** R16: what a note that is sent to admin is about. */
export type NoteKind = 'diploma-address' | 'invoice-by-mail' | 'directed-purchase' | 'order-by-mail' | 'other';

export type CaseKind =
  | NoteKind
  | 'recently-called'
  | 'no-more-calls'
  | 'ceased'
  | 'unauthorised-contact'
  | 'e-invoice-address'
  | 'company-number'
  | 'mail-failed';

/** What was done about a case. `other`: something outside the engine, told in words. */
export type CaseEffect =
  | 'card-cured'
  | 'number-added'
  | 'company-ceased'
  | 'workplace-blocked'
  | 'company-blocked'
  | 'company-block-dismissed'
  | 'company-number-accepted'
  | 'mail-asked-again'
  | 'other';

/** What a case is about; only ids, which the card, the order and the company know more of. */
export interface CaseSubject {
  readonly cardId?: string;
  readonly orderId?: string;
  readonly companyId?: string;
  readonly campaignId?: string;
  readonly roundId?: string;
  readonly outcomeId?: string;
  readonly noteId?: string;
  /** R6: the block that was asked for. */
  readonly blockId?: string;
}

/** `sourceEventId`: the fact that it follows from. */
export type CaseRaised = DomainEvent<
  'CaseRaised',
  {
    readonly kind: CaseKind;
    readonly urgent: boolean;
    readonly subject: CaseSubject;
    readonly sourceEventId: string;
    readonly irritated?: boolean;
    readonly existingCustomerNumber?: string;
    /** R7: the number that was called, E.164. */
    readonly number?: string;
    /** R17: of a mail that came back. `soft`: the same mail may arrive another day. */
    readonly bounce?: {
      readonly kind: 'hard' | 'soft';
      /** Enhanced status code (RFC 3463) as the other side gave it: `5.1.1`. */
      readonly status?: string;
    };
    /** R17: of a mail that did not go: for certain, or perhaps not, so that another may be a second one. */
    readonly mailFailure?: {
      readonly kind: 'refused' | 'unknown';
      /** The server's reply code (RFC 5321), where it gave one. */
      readonly replyCode?: number;
    };
    /** What was written to admin. */
    readonly text?: string;
    /** Account, or `service:<name>`. */
    readonly raisedBy: string;
    readonly raisedAt: Instant;
    /** R7: untouched until then it alarms; urgent ones only. */
    readonly alarmAt?: Instant;
  }
>;
export type CaseTaken = DomainEvent<'CaseTaken', { readonly takenBy: string; readonly takenAt: Instant }>;
export type CasePutBack = DomainEvent<
  'CasePutBack',
  { readonly ownerId: string; readonly putBackBy: string; readonly putBackAt: Instant }
>;
/** R7: nobody has touched an urgent case for one working hour. */
export type CaseAlarmed = DomainEvent<'CaseAlarmed', { readonly alarmedAt: Instant }>;
export type CaseResolved = DomainEvent<
  'CaseResolved',
  {
    /** `settled-elsewhere`: by a fact that left nothing to do; no admin's word. */
    readonly effect: CaseEffect | 'settled-elsewhere';
    /** What was done, in words; empty where a fact speaks for itself. */
    readonly comment: string;
    /** The fact that settled it elsewhere. */
    readonly settledBy?: { readonly type: string; readonly eventId: string };
    /** Account, or `service:<name>`. */
    readonly resolvedBy: string;
    readonly resolvedAt: Instant;
  }
>;

export type CaseEvent = CaseRaised | CaseTaken | CasePutBack | CaseAlarmed | CaseResolved;

export const caseContracts: ContractsOf<CaseEvent> = {
  CaseRaised: {
    version: 1,
    personal: { existingCustomerNumber: 'sole-trader', number: 'contact', text: 'contact' },
  },
  CaseTaken: NOTHING_PERSONAL,
  CasePutBack: NOTHING_PERSONAL,
  CaseAlarmed: NOTHING_PERSONAL,
  CaseResolved: { version: 1, personal: { comment: 'contact' } },
};
