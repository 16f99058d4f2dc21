import {
  NOTHING_PERSONAL,
  type ContractsOf,
  type DomainEvent,
  type Instant,
  type Language,
  type LocalDate,
} from './domain-event.js';
import type { OrderForm } from './order-form.js';

// Stream `order-{id}`: the life of an order after the card: regretted, changed, checked, mailed, invoiced.
// These names are the storage format. Never rename one; add a version and an upcast step.

/** The half of a year, in Swedish time: `2027-spring`, January to June. */
export type SeasonName = `${number}-${'spring' | 'autumn'}`;

export interface RenewalOrigin {
  /** For which it was made, whenever that was. */
  readonly season: SeasonName;
  /** The orders that its rows come from. */
  readonly of: readonly string[];
}

/** The card's `OrderTaken` is the fact of the call; from here the order has a life of its own. */
export type OrderRegistered = DomainEvent<
  'OrderRegistered',
  {
    readonly cardId: string;
    readonly companyId?: string;
    readonly campaignId: string;
    readonly roundId: string;
    readonly callerId: string;
    readonly outcomeId: string;
    readonly attempt: number;
    /** `renewal`: without a call or a mail, for a customer who has ordered for every season. */
    readonly channel: 'call' | 'mail' | 'renewal';
    readonly messageReference?: string;
    readonly renewal?: RenewalOrigin;
    readonly order: OrderForm;
    readonly readBack: string;
    readonly language: Language;
    readonly confirmedWarnings: readonly string[];
    readonly takenAt: Instant;
    /** R17: until then the caller may change it, and no mail goes. */
    readonly regretUntil: Instant;
  }
>;
/** The whole form as it holds from here. VAT is that of the day when the order was taken. */
export type OrderChanged = DomainEvent<
  'OrderChanged',
  {
    readonly order: OrderForm;
    readonly readBack: string;
    readonly language: Language;
    readonly confirmedWarnings: readonly string[];
    readonly changedBy: string;
    readonly reason: string;
    readonly changedAt: Instant;
  }
>;
export type OrderCancelled = DomainEvent<
  'OrderCancelled',
  {
    readonly cause: 'regret' | 'admin' | 'outcome-corrected';
    readonly cancelledBy: string;
    readonly reason: string;
    readonly cancelledAt: Instant;
  }
>;

/** R18: what a register says of the company number and the legal name as ordered. */
export type CompanyNumberChecked = DomainEvent<
  'CompanyNumberChecked',
  {
    readonly result: 'match' | 'mismatch' | 'unknown-number' | 'ceased';
    /** Which register answered. */
    readonly registry: string;
    readonly registeredName?: string;
    readonly checkedAt: Instant;
  }
>;
/** R18: an admin's word that number and name belong together; the invoice goes on. */
export type CompanyNumberAccepted = DomainEvent<
  'CompanyNumberAccepted',
  { readonly acceptedBy: string; readonly reason: string; readonly acceptedAt: Instant }
>;

/** R17: appended before anything is sent, so that a process that dies in between never sends twice. */
export type ThankYouMailStarted = DomainEvent<
  'ThankYouMailStarted',
  { readonly attemptId: string; readonly messageId: string; readonly startedAt: Instant }
>;
export type ThankYouMailSent = DomainEvent<
  'ThankYouMailSent',
  { readonly attemptId: string; readonly sentAt: Instant }
>;
/** Nothing was delivered, for certain. One that is not permanent is tried again. */
export type ThankYouMailRefused = DomainEvent<
  'ThankYouMailRefused',
  {
    readonly attemptId: string;
    readonly permanent: boolean;
    /** The server's reply code (RFC 5321), where it gave one. */
    readonly replyCode?: number;
    readonly refusedAt: Instant;
  }
>;
/** It may have been delivered: never sent again but on an admin's word. */
export type ThankYouMailOutcomeUnknown = DomainEvent<
  'ThankYouMailOutcomeUnknown',
  { readonly attemptId: string; readonly reason: 'no-answer' | 'process-died'; readonly foundAt: Instant }
>;
export type ThankYouMailBounced = DomainEvent<
  'ThankYouMailBounced',
  {
    readonly attemptId: string;
    /** Enhanced status code (RFC 3463) as the other side gave it: `5.1.1`. */
    readonly status?: string;
    readonly bouncedAt: Instant;
  }
>;
/** An admin's word after a failure: once more, to the order's address of now. */
export type ThankYouMailAskedAgain = DomainEvent<
  'ThankYouMailAskedAgain',
  { readonly askedBy: string; readonly reason: string; readonly askedAt: Instant }
>;

export type MailEvent =
  | ThankYouMailStarted
  | ThankYouMailSent
  | ThankYouMailRefused
  | ThankYouMailOutcomeUnknown
  | ThankYouMailBounced
  | ThankYouMailAskedAgain;

/** Its number was decided in the series before; the form is the order as it was then. */
export type OrderInvoiced = DomainEvent<
  'OrderInvoiced',
  {
    readonly number: number;
    readonly issuedOn: LocalDate;
    readonly dueOn: LocalDate;
    readonly order: OrderForm;
    readonly invoicedAt: Instant;
  }
>;
/** The whole invoice taken back, with a number of the same series. */
export type OrderCredited = DomainEvent<
  'OrderCredited',
  {
    readonly number: number;
    readonly issuedOn: LocalDate;
    readonly invoice: { readonly number: number; readonly issuedOn: LocalDate };
    /** As it stood on that invoice. */
    readonly order: OrderForm;
    readonly creditedAt: Instant;
  }
>;

export type InvoicingEvent = OrderInvoiced | OrderCredited;

export type OrderEvent =
  | OrderRegistered
  | OrderChanged
  | OrderCancelled
  | CompanyNumberChecked
  | CompanyNumberAccepted
  | MailEvent
  | InvoicingEvent;

const FORM_PERSONAL = {
  'order.legalName': 'sole-trader',
  'order.marketingName': 'sole-trader',
  'order.companyNumber': 'sole-trader',
  'order.invoice': 'sole-trader',
  'order.webAddress': 'sole-trader',
  'order.contactFirstName': 'contact',
  'order.contactLastName': 'contact',
  'order.email': 'contact',
  'order.directedPurchase': 'contact',
  'order.diplomaAddress': 'contact',
  'order.note': 'contact',
} as const;

/** Of an order as it was agreed, in every event that holds one. */
export const ORDER_PERSONAL = { ...FORM_PERSONAL, readBack: 'contact' } as const;

export const orderContracts: ContractsOf<OrderEvent> = {
  OrderRegistered: { version: 2, personal: { ...ORDER_PERSONAL, messageReference: 'contact' } },
  OrderChanged: { version: 1, personal: { ...ORDER_PERSONAL, reason: 'contact' } },
  OrderCancelled: { version: 1, personal: { reason: 'contact' } },
  CompanyNumberChecked: { version: 1, personal: { registeredName: 'sole-trader' } },
  CompanyNumberAccepted: { version: 1, personal: { reason: 'contact' } },
  ThankYouMailStarted: NOTHING_PERSONAL,
  ThankYouMailSent: NOTHING_PERSONAL,
  ThankYouMailRefused: NOTHING_PERSONAL,
  ThankYouMailOutcomeUnknown: NOTHING_PERSONAL,
  ThankYouMailBounced: NOTHING_PERSONAL,
  ThankYouMailAskedAgain: { version: 1, personal: { reason: 'contact' } },
  OrderInvoiced: { version: 1, personal: FORM_PERSONAL },
  OrderCredited: { version: 1, personal: FORM_PERSONAL },
};
