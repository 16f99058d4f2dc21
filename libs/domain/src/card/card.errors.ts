import type { Instant } from '#events/contracts/index';
import { DomainError } from '../shared/domain-error.js';
import type { CareNeed, FinalClosing } from './card.js';

// What stands in the way of the card as a whole: it is unknown, silenced, closed or not yet due. Codes are never renamed.

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

/** A cure that would change nothing is told so: whoever asked for it takes the card for callable. */
export class CardNeedsNoCare extends DomainError {
  readonly code = 'card.needs-no-care';
  constructor() {
    super('there is nothing about the card to cure');
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

/** States of a card: what needs care, is ordered or closed for good is admin's to open. */
export class ReopeningNeedsAdmin extends DomainError {
  readonly code = 'card.reopening-needs-admin';
  constructor() {
    super('only an admin reopens a card for their own reasons');
  }
}
