import type {
  CampaignSettings,
  CardNumber,
  CardSource,
  Instant,
  NoteKind,
  Role,
  Workplace,
} from '#events/contracts/index';
import type { Command } from '../shared/command.js';
import type { OutcomeOrigin, OutcomeReport } from './outcome-input.js';

// What may be asked of a card. `now` comes from the injected clock; ids come from the one who asks.
// The campaign of a round is known to the card since EnterRound; `settings` are those of that campaign.

// The card and its rounds

/** A card is imported once; a repeat changes nothing. Without a readable number it needs care from the start. */
export type ImportCard = Command<
  'ImportCard',
  {
    readonly workplace: Workplace;
    readonly numbers: readonly CardNumber[];
    readonly companyId?: string;
    readonly externalId?: string;
    readonly existingCustomerNumber?: string;
    readonly source: CardSource;
  }
>;
/** R6: a barred card enters no round. */
export type EnterRound = Command<
  'EnterRound',
  { readonly campaignId: string; readonly roundId: string; readonly priority: number }
>;
export type CorrectWorkplace = Command<
  'CorrectWorkplace',
  { readonly workplace: Workplace; readonly existingCustomerNumber?: string; readonly correctedBy: string }
>;
/** A call that is under way goes on. A card that lacked a live or an authorised number is cured by it. */
export type AddCardNumber = Command<
  'AddCardNumber',
  { readonly number: CardNumber; readonly replacesNumberId?: string; readonly addedBy: string }
>;
export type JoinCompany = Command<'JoinCompany', { readonly companyId: string }>;
/** Notes are taken whatever the state of the card. */
export type AddNote = Command<
  'AddNote',
  {
    readonly noteId: string;
    readonly text: string;
    /** R16 */
    readonly sendToAdmin?: NoteKind;
    readonly addedBy: string;
  }
>;

// Claims and calls

/**
 * R2, R3, R6, R9. `openedBySearch` passes the due time and the rest, never a lock, a block or a closed card.
 * A caller who holds the card already keeps the claim that stands: answer with `state.claim`, not with `claimId`.
 */
export type ClaimCard = Command<
  'ClaimCard',
  {
    readonly claimId: string;
    readonly roundId: string;
    readonly callerId: string;
    readonly openedBySearch: boolean;
    readonly settings: CampaignSettings;
  }
>;
/** May be sent as often as one likes: nothing is appended while more than half of the lease is left. */
export type RenewClaim = Command<
  'RenewClaim',
  { readonly claimId: string; readonly callerId: string; readonly settings: CampaignSettings }
>;
export type ReleaseClaim = Command<'ReleaseClaim', { readonly claimId: string; readonly callerId: string }>;
/** A lead's; also during a call, whose outcome may then still be recorded while nobody else claims the card. */
export type BreakClaim = Command<
  'BreakClaim',
  { readonly claimId: string; readonly brokenBy: string; readonly reason: string }
>;
/** R22 */
export type SkipCard = Command<
  'SkipCard',
  { readonly claimId: string; readonly callerId: string; readonly reason: string }
>;
/**
 * The card's part of the dial gate. `permitRevision`: revision of CallPermitted on the number's stream.
 * Before asking for that permit, `checkCallMayStart` refuses for the same reasons as this command.
 */
export type StartCall = Command<
  'StartCall',
  {
    readonly callId: string;
    readonly callerId: string;
    readonly roundId: string;
    readonly numberId: string;
    readonly permitRevision: number;
    readonly settings: CampaignSettings;
  }
>;

// Outcomes

/** R1-R5, R8. The outcome of a call bears the call's id. */
export type RecordOutcome = Command<
  'RecordOutcome',
  OutcomeOrigin &
    OutcomeReport & { readonly roundId: string; readonly callerId: string; readonly settings: CampaignSettings }
>;
/**
 * R21: only the latest outcome of the card in its round, while nobody else holds the card.
 * `outcomeId` is the replacement's own id; call, number, round, cause and caller are those of the corrected outcome.
 */
export type CorrectOutcome = Command<
  'CorrectOutcome',
  OutcomeReport & {
    readonly correctedOutcomeId: string;
    readonly outcomeId: string;
    readonly correctedBy: string;
    readonly actorRole: Role;
    readonly reason: string;
    readonly settings: CampaignSettings;
  }
>;
/** R5: a lead's word; each allowance is one further attempt that need not be final. */
export type AllowFurtherAttempt = Command<
  'AllowFurtherAttempt',
  {
    readonly roundId: string;
    readonly allowedBy: string;
    readonly reason: string;
    readonly settings: CampaignSettings;
  }
>;

// Priority locks (R3, R24)

/** A lead's; the promised time stays, for anyone. */
export type ReleaseLock = Command<
  'ReleaseLock',
  { readonly lockId: string; readonly releasedBy: string; readonly reason: string }
>;
/** A lead's, or the deactivation of an account (R24). */
export type TransferLock = Command<
  'TransferLock',
  {
    readonly lockId: string;
    readonly toCallerId: string;
    readonly transferredBy: string;
    readonly reason: string;
  }
>;
/** R24: when overdue by so many working days; anyone may return, the promise stays first in line. */
export type OfferToTeam = Command<'OfferToTeam', { readonly lockId: string; readonly settings: CampaignSettings }>;

// Blocks, rest and cure

/** R6 */
export type BarCard = Command<
  'BarCard',
  { readonly blockId: string; readonly scope: 'number' | 'workplace' | 'company' }
>;
export type UnbarCard = Command<'UnbarCard', { readonly blockId: string; readonly liftedBy: string }>;
/** R6: a workplace of a larger company waits for admin. */
export type FreezeCard = Command<'FreezeCard', { readonly blockId: string }>;
export type UnfreezeCard = Command<'UnfreezeCard', { readonly blockId: string; readonly decidedBy: string }>;
/** R9 */
export type RestCard = Command<'RestCard', { readonly becauseOfCallId: string; readonly restUntil: Instant }>;
/** The order was cancelled on its own stream. */
export type CancelOrderOfCard = Command<
  'CancelOrderOfCard',
  { readonly orderId: string; readonly cancelledBy: string }
>;
/** The order was renewed on its own stream. */
export type RenewOrderOfCard = Command<
  'RenewOrderOfCard',
  { readonly orderId: string; readonly roundId: string; readonly renewedBy: string }
>;
/** Admin's decision on a card that needs care; refused while it has no live number. */
export type CureCard = Command<'CureCard', { readonly curedBy: string; readonly reason: string }>;
/** `customer-initiated` and `mail` open what is closed for the round or hidden; `admin` also what is closed for good. Never past a block. */
export type ReopenCard = Command<
  'ReopenCard',
  {
    readonly roundId: string;
    readonly cause: 'customer-initiated' | 'mail' | 'admin';
    readonly reopenedBy: string;
    readonly actorRole: Role;
    readonly reason: string;
  }
>;

export type CardCommand =
  | ImportCard
  | EnterRound
  | CorrectWorkplace
  | AddCardNumber
  | JoinCompany
  | AddNote
  | ClaimCard
  | RenewClaim
  | ReleaseClaim
  | BreakClaim
  | SkipCard
  | StartCall
  | RecordOutcome
  | CorrectOutcome
  | AllowFurtherAttempt
  | ReleaseLock
  | TransferLock
  | OfferToTeam
  | BarCard
  | UnbarCard
  | FreezeCard
  | UnfreezeCard
  | RestCard
  | CancelOrderOfCard
  | RenewOrderOfCard
  | CureCard
  | ReopenCard;
