import type { CardEvent, Instant, OutcomeCode, Workplace } from '#events/contracts/index';

// State of one card, folded from its stream.

export interface NumberOnCard {
  readonly numberId: string;
  readonly dead: boolean;
}

/** R2: a lease. It has lapsed from `leaseUntil`; whoever held it may still record an outcome until somebody else claims. */
export interface Claim {
  readonly claimId: string;
  readonly roundId: string;
  readonly callerId: string;
  readonly claimedAt: Instant;
  readonly leaseUntil: Instant;
}

/** A call without an outcome yet. */
export interface RunningCall {
  readonly callId: string;
  readonly roundId: string;
  readonly callerId: string;
  readonly numberId: string;
  readonly startedAt: Instant;
}

/** R2: a call whose card somebody else has claimed or marked since its lease ended; its outcome is refused, naming them. */
export interface OvertakenCall {
  readonly callId: string;
  readonly holder: string;
  readonly since: Instant;
  readonly until: Instant;
}

/** R3: one card, one owner, over all rounds. */
export interface PriorityLock {
  readonly lockId: string;
  readonly roundId: string;
  readonly ownerId: string;
  readonly since: Instant;
  readonly due: Instant;
  /** R24 */
  readonly offeredToTeam: boolean;
}

/** Deferred: hidden in every round. */
export interface Hidden {
  readonly since: Instant;
  readonly until: Instant;
}

/** Why admin has to look at the card; a card without a live number needs care besides. */
export interface CareNeed {
  readonly reason: 'unauthorised-contact' | 'recently-called';
  readonly since: Instant;
}

/** Closed in every round until admin reopens it. */
export interface FinalClosing {
  readonly reason: 'private-person' | 'ceased';
  readonly since: Instant;
}

/** What the outcomes of a round made of the card there; what holds for the whole card is laid over it by `statusOf`. */
export type EntryState =
  | { readonly status: 'available' }
  | { readonly status: 'scheduled'; readonly due: Instant; readonly because: 'callback-due' | 'retry-due' }
  | {
      readonly status: 'closed-round';
      readonly since: Instant;
      readonly reason: 'declined' | 'head-office-referral' | 'no-more-calls' | 'order-cancelled';
    }
  | { readonly status: 'ordered'; readonly since: Instant };

/** The card in one round. */
export interface RoundEntry {
  readonly campaignId: string;
  readonly roundId: string;
  readonly priority: number;
  readonly state: EntryState;
  /** R5 */
  readonly attempts: number;
  readonly furtherAttemptsAllowed: number;
  readonly busyInARow: number;
  /** R22 */
  readonly skips: number;
  readonly orderIds: readonly string[];
  /** R21: the only outcome of the round that may be corrected. */
  readonly lastOutcome?: { readonly outcomeId: string; readonly code: OutcomeCode };
}

export interface Card {
  readonly imported: boolean;
  readonly workplace?: Workplace;
  readonly existingCustomerNumber?: string;
  readonly companyId?: string;
  readonly numbers: readonly NumberOnCard[];
  /** R6: ids of the blocks that silence the card. */
  readonly bars: readonly string[];
  /** R6: ids of the blocks that wait for admin's decision. */
  readonly freezes: readonly string[];
  /** R9: by the call that each is because of, as far as they had not ended when the latest began. */
  readonly rests: Readonly<Record<string, Instant>>;
  /** R9: the end of the longest. */
  readonly restUntil?: Instant;
  readonly claim?: Claim;
  readonly call?: RunningCall;
  readonly overtakenCalls: readonly OvertakenCall[];
  readonly lock?: PriorityLock;
  readonly hidden?: Hidden;
  readonly care?: CareNeed;
  readonly final?: FinalClosing;
  readonly rounds: readonly RoundEntry[];
  readonly noteIds: readonly string[];
  /** R1: every outcome that was ever recorded, corrected ones too. */
  readonly outcomeIds: readonly string[];
  /** R21: what the card is the fold of: its events, a corrected outcome replaced in its place. */
  readonly history: readonly CardEvent[];
}

/** The empty stream. */
export const NO_CARD: Card = {
  imported: false,
  numbers: [],
  bars: [],
  freezes: [],
  rests: {},
  overtakenCalls: [],
  rounds: [],
  noteIds: [],
  outcomeIds: [],
  history: [],
};

/** States of a card in a round (rules.md), at a given moment. */
export type RoundStatus =
  | { readonly status: 'available' }
  | { readonly status: 'claimed'; readonly holder: string; readonly since: Instant; readonly until: Instant }
  | { readonly status: 'scheduled'; readonly due: Instant }
  | {
      readonly status: 'locked';
      readonly ownerId: string;
      readonly since: Instant;
      readonly due: Instant;
      readonly offeredToTeam: boolean;
    }
  | { readonly status: 'closed-round'; readonly since: Instant }
  | { readonly status: 'hidden-until'; readonly since: Instant; readonly until: Instant }
  | {
      readonly status: 'needs-care';
      readonly reason: CareNeed['reason'] | 'no-live-number' | 'company-block-undecided';
    }
  | { readonly status: 'closed-final'; readonly reason: FinalClosing['reason']; readonly since: Instant }
  | { readonly status: 'no-call'; readonly blockIds: readonly string[] }
  | { readonly status: 'ordered'; readonly since: Instant };
