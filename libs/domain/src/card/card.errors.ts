import type { Instant, OutcomeCode, SpokeWith } from '#events/contracts/index';
import { DomainError } from '../shared/domain-error.js';
import type { CareNeed, FinalClosing } from './card.js';

// Refusals of a card as a whole: it is unknown, silenced, closed, held or not yet due. Codes are never renamed.

export class CardIsUnknown extends DomainError {
  readonly code = 'card.unknown';
  constructor() {
    super('the card has not been imported');
  }
}

export class CardNotInRound extends DomainError {
  readonly code = 'card.not-in-round';
  constructor(readonly roundId: string) {
    super('the card has not entered the round');
  }
}

/** R6 */
export class CardIsBarred extends DomainError {
  readonly code = 'card.barred';
  constructor(readonly blockIds: readonly string[]) {
    super('the card is silenced by a no-call block');
  }
}

/** R6: a larger company; admin decides whether the block holds for all workplaces. */
export class CardIsFrozen extends DomainError {
  readonly code = 'card.frozen';
  constructor(readonly blockIds: readonly string[]) {
    super("the card waits for admin's decision on a company block");
  }
}

export class CardNeedsCare extends DomainError {
  readonly code = 'card.needs-care';
  constructor(readonly reason: CareNeed['reason'] | 'no-live-number') {
    super(`the card needs care: ${reason}`);
  }
}

export class CardIsClosedForRound extends DomainError {
  readonly code = 'card.closed-round';
  constructor(readonly since: Instant) {
    super('the card is closed for this round');
  }
}

export class CardIsClosedForGood extends DomainError {
  readonly code = 'card.closed-final';
  constructor(
    readonly reason: FinalClosing['reason'],
    readonly since: Instant,
  ) {
    super(`the card is closed for good: ${reason}`);
  }
}

export class CardIsOrdered extends DomainError {
  readonly code = 'card.ordered';
  constructor(readonly since: Instant) {
    super('the card is closed as ordered in this round');
  }
}

/** Deferred */
export class CardIsHidden extends DomainError {
  readonly code = 'card.hidden';
  constructor(
    readonly since: Instant,
    readonly until: Instant,
  ) {
    super('the card is hidden in every round');
  }
}

/** R9 */
export class CardIsResting extends DomainError {
  readonly code = 'card.resting';
  constructor(readonly until: Instant) {
    super('somebody was spoken with lately');
  }
}

export class CardIsNotDue extends DomainError {
  readonly code = 'card.not-due';
  constructor(readonly due: Instant) {
    super('the card is scheduled for later');
  }
}

/** R2: `holder` has the card on screen. */
export class CardHeldByAnother extends DomainError {
  readonly code = 'card.held-by-another';
  constructor(
    readonly holder: string,
    readonly since: Instant,
    readonly until: Instant,
  ) {
    super('the card is held by another caller');
  }
}

/** R3: only the owner is handed the card, marks it or orders on it. `until`: the promised time. */
export class CardIsLocked extends DomainError {
  readonly code = 'card.locked';
  constructor(
    readonly holder: string,
    readonly since: Instant,
    readonly until: Instant,
  ) {
    super('the card is locked to the caller who promised to return');
  }
}

export class ClaimHasEnded extends DomainError {
  readonly code = 'claim.ended';
  constructor(readonly claimId: string) {
    super('the claim has ended');
  }
}

/** R22 */
export class SkipNeedsReason extends DomainError {
  readonly code = 'skip.needs-reason';
  constructor() {
    super('a skip needs a reason');
  }
}

export class CallIsRunning extends DomainError {
  readonly code = 'call.running';
  constructor(
    readonly callId: string,
    readonly since: Instant,
  ) {
    super('the call under way needs its outcome first');
  }
}

/** R23 */
export class CallOutsideHours extends DomainError {
  readonly code = 'call.outside-hours';
  constructor(readonly nearest: Instant) {
    super('no calls are made at this hour');
  }
}

export class NumberNotOnCard extends DomainError {
  readonly code = 'number.not-on-card';
  constructor(readonly numberId: string) {
    super('the card has no such number');
  }
}

export class NumberIsDead extends DomainError {
  readonly code = 'number.dead';
  constructor(readonly numberId: string) {
    super('the number is dead');
  }
}

/** R24 */
export class LockIsNotOverdue extends DomainError {
  readonly code = 'lock.not-overdue';
  constructor(readonly from: Instant) {
    super('the promise is not overdue long enough to be offered to the team');
  }
}

/** R1 */
export class OutcomeNeedsCall extends DomainError {
  readonly code = 'outcome.needs-call';
  constructor() {
    super('the outcome needs a call by the caller who holds the card, or a stated other cause');
  }
}

/** R1: one outcome per call. */
export class OutcomeAlreadyRecorded extends DomainError {
  readonly code = 'outcome.already-recorded';
  constructor(readonly outcomeId: string) {
    super('the call has its outcome already; it can be corrected');
  }
}

/** R4: `fits` are the outcomes of the same kind that agree with whom one spoke. */
export class OutcomeDoesNotFit extends DomainError {
  readonly code = 'outcome.does-not-fit';
  constructor(
    readonly outcome: OutcomeCode,
    readonly spokeWith: SpokeWith,
    readonly fits: readonly OutcomeCode[],
  ) {
    super(`${outcome} does not fit when one spoke with ${spokeWith}`);
  }
}

/** R4: a priority callback names the decision-maker. */
export class OutcomeNeedsPersonName extends DomainError {
  readonly code = 'outcome.needs-person-name';
  readonly fits: readonly OutcomeCode[] = ['callback'];
  constructor() {
    super('a priority callback names the decision-maker');
  }
}

/** The tick that one searched the web for a better number. */
export class OutcomeNeedsWebSearch extends DomainError {
  readonly code = 'outcome.needs-web-search';
  constructor() {
    super('search the web for a better number first');
  }
}

/** R5 */
export class ExhaustedTooEarly extends DomainError {
  readonly code = 'outcome.exhausted-too-early';
  constructor(
    readonly attempt: number,
    readonly fromAttempt: number,
  ) {
    super(`declined as exhausted from attempt ${fromAttempt}, this is attempt ${attempt}`);
  }
}

/** R5: a further non-final outcome needs a lead's word. */
export class AttemptsAreUsedUp extends DomainError {
  readonly code = 'outcome.attempts-used-up';
  constructor(
    readonly attempts: number,
    readonly cap: number,
    readonly fits: readonly OutcomeCode[],
  ) {
    super(`${attempts} attempts were made, ${cap} are allowed`);
  }
}

export class CallbackTimeHasPassed extends DomainError {
  readonly code = 'callback.time-has-passed';
  constructor(readonly due: Instant) {
    super('the callback time has passed');
  }
}

/** R23 */
export class CallbackOutsideHours extends DomainError {
  readonly code = 'callback.outside-hours';
  constructor(
    readonly due: Instant,
    readonly nearest: Instant,
  ) {
    super('no calls are made at the callback time');
  }
}

export class SecondOrderNeedsConfirmation extends DomainError {
  readonly code = 'order.second-needs-confirmation';
  constructor(readonly orderIds: readonly string[]) {
    super('an order was taken in this round already');
  }
}

export class OrderNeedsMessageReference extends DomainError {
  readonly code = 'order.needs-message-reference';
  constructor() {
    super('an order by mail names the message');
  }
}

export class OutcomeIsUnknown extends DomainError {
  readonly code = 'outcome.unknown';
  constructor(readonly outcomeId: string) {
    super('the card has no such outcome');
  }
}

/** R21: only the latest outcome of the card in the round can be corrected. */
export class OutcomeIsSuperseded extends DomainError {
  readonly code = 'outcome.superseded';
  constructor(
    readonly outcomeId: string,
    readonly latestOutcomeId?: string,
  ) {
    super('a later outcome stands; only the latest can be corrected');
  }
}

/** R21: a caller corrects their own outcomes; a lead or admin anybody's. */
export class OutcomeOfAnother extends DomainError {
  readonly code = 'outcome.of-another';
  constructor(readonly callerId: string) {
    super('the outcome was recorded by another caller');
  }
}
