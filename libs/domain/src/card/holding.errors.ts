import type { Instant } from '#events/contracts/index';
import { DomainError } from '../shared/domain-error.js';

// Refusals about who holds the card and calls from it. Codes are never renamed.

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

/** The call is made from a live claim in its round. */
export class CallNeedsClaim extends DomainError {
  readonly code = 'call.needs-claim';
  constructor() {
    super('the caller does not hold the card in this round');
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

export class CardIsNotLocked extends DomainError {
  readonly code = 'card.not-locked';
  constructor() {
    super('no promise locks the card');
  }
}

export class LockHasEnded extends DomainError {
  readonly code = 'lock.ended';
  constructor(readonly lockId: string) {
    super('the lock has ended');
  }
}

/** R24 */
export class LockIsNotOverdue extends DomainError {
  readonly code = 'lock.not-overdue';
  constructor(readonly from: Instant) {
    super('the promise is not overdue long enough to be offered to the team');
  }
}
