import type { Instant } from './domain-event.js';

/** With whom the caller spoke. */
export type SpokeWith = 'nobody' | 'gatekeeper' | 'decision-maker';

/** How the call ended technically; recorded apart from what it led to. `no-call` is an outcome with another cause than a call. */
export type CallEnding =
  'answered' | 'voicemail' | 'unanswered' | 'busy' | 'number-not-in-use' | 'fax-tone' | 'failed' | 'no-call';

/** R1: an outcome needs a call, or one of the stated other causes. */
export type OutcomeCause = 'call' | 'mail' | 'admin' | 'customer-initiated';

export type OutcomeCode =
  | 'callback'
  | 'priority-callback'
  | 'declined'
  | 'deferred'
  | 'no-answer'
  | 'busy'
  | 'dead-number'
  | 'private-person'
  | 'unauthorised-contact'
  | 'head-office-referral'
  | 'recently-called'
  | 'ceased'
  | 'no-more-calls'
  | 'order';

/** What every outcome says, whatever it led to. */
export interface OutcomeFacts {
  /** The call's id, or an id of its own where no call was made. */
  readonly outcomeId: string;
  readonly campaignId: string;
  readonly roundId: string;
  readonly callerId: string;
  readonly cause: OutcomeCause;
  readonly ending: CallEnding;
  readonly spokeWith: SpokeWith;
  /** Which number of the card was called; absent without a call. */
  readonly numberId?: string;
  readonly startedAt?: Instant;
  readonly endedAt: Instant;
  readonly talkSeconds?: number;
  /** R5: attempts on this card in this round, this outcome included. */
  readonly attempt: number;
  readonly countsAsAttempt: boolean;
  /** R9: until when the number rests, where somebody was spoken with. */
  readonly restUntil?: Instant;
}
