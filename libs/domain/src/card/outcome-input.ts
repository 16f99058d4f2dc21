import type {
  CallEnding,
  Instant,
  Language,
  NoteKind,
  OrderForm,
  OutcomeCause,
  OutcomeCode,
  SpokeWith,
} from '#events/contracts/index';

/** Återkom. Without a time: next working day, same part of the day. */
export interface CallbackInput {
  readonly code: 'callback';
  readonly dueAt?: Instant;
  readonly personName?: string;
}
/**
 * Återkom Prio. `lockId` names the slot taken on the caller's stream (R24);
 * an owner who promises anew keeps the lock that stands, and this id is then left unused.
 */
export interface PriorityCallbackInput {
  readonly code: 'priority-callback';
  readonly dueAt: Instant;
  /** R4: refused when missing or blank. */
  readonly personName?: string;
  readonly lockId: string;
}
/** Nej. `exhausted` is open from the 3rd attempt (R5). */
export interface DeclinedInput {
  readonly code: 'declined';
  readonly reason: 'said-no' | 'exhausted';
}
/** Nej/Återkom 6 mån. */
export type DeferredInput =
  | { readonly code: 'deferred'; readonly reason: 'mail-sent'; readonly mailAddress: string }
  | { readonly code: 'deferred'; readonly reason: 'winding-down' };
/** Ej svar; voicemail too. */
export interface NoAnswerInput {
  readonly code: 'no-answer';
}
/** Upptaget. */
export interface BusyInput {
  readonly code: 'busy';
}
/** Fel: Spärrton & Fax. Which of the card's numbers. */
export interface DeadNumberInput {
  readonly code: 'dead-number';
  readonly numberId: string;
}
/** Fel: Privatperson. */
export interface PrivatePersonInput {
  readonly code: 'private-person';
}
/** Fel: Obehörig kontaktperson. Refused unless the caller ticked that they searched. */
export interface UnauthorisedContactInput {
  readonly code: 'unauthorised-contact';
  readonly searchedTheWeb: boolean;
}
/** Fel: HK-hänvisning. `headOfficeCardId`: found or made before, from the name or number given. */
export interface HeadOfficeReferralInput {
  readonly code: 'head-office-referral';
  readonly headOfficeName?: string;
  readonly headOfficeCardId?: string;
}
/** Fel: Akut Adressvård, "you just rang". `likelyDoubleOf`: the card that was probably called. */
export interface RecentlyCalledInput {
  readonly code: 'recently-called';
  readonly irritated: boolean;
  readonly likelyDoubleOf?: string;
}
/** Fel: Akut Adressvård, the company has ceased. */
export interface CeasedInput {
  readonly code: 'ceased';
}
/** R6 Ring mig inte igen. `blockId` is the id under which number, workplace and company are silenced. */
export interface NoMoreCallsInput {
  readonly code: 'no-more-calls';
  readonly irritated: boolean;
  readonly existingCustomerNumber?: string;
  readonly blockId: string;
}
/** A yes. The form has been validated and priced by libs/domain/src/order. */
export interface OrderInput {
  readonly code: 'order';
  readonly orderId: string;
  readonly order: OrderForm;
  readonly confirmedWarnings: readonly string[];
  readonly readBack: string;
  readonly language: Language;
  /** Asked for with cause `mail` and `admin`. */
  readonly messageReference?: string;
  /** R16: the note of the form is sent to admin as this kind of case. */
  readonly sendToAdmin?: NoteKind;
  /** A second order in one round needs it. */
  readonly confirmsSecondOrder?: boolean;
}

/** What it led to, with what each outcome needs (rules.md, Outcomes). */
export type OutcomeInput =
  | CallbackInput
  | PriorityCallbackInput
  | DeclinedInput
  | DeferredInput
  | NoAnswerInput
  | BusyInput
  | DeadNumberInput
  | PrivatePersonInput
  | UnauthorisedContactInput
  | HeadOfficeReferralInput
  | RecentlyCalledInput
  | CeasedInput
  | NoMoreCallsInput
  | OrderInput;

/** A code without its input does not compile. */
export type InputOf<Code extends OutcomeCode> = Extract<OutcomeInput, { code: Code }>;

/** R1: the call of its holder, whose id the outcome then bears; or a stated other cause with an id of its own. */
export type OutcomeOrigin =
  | { readonly cause: 'call'; readonly callId: string }
  | { readonly cause: Exclude<OutcomeCause, 'call'>; readonly outcomeId: string };

/** How the call ended and what it led to, recorded apart. */
export interface OutcomeReport {
  readonly ending: CallEnding;
  readonly spokeWith: SpokeWith;
  readonly talkSeconds?: number;
  readonly outcome: OutcomeInput;
}
