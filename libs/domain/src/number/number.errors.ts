import type { Instant } from '#events/contracts/index';
import { DomainError } from '../shared/domain-error.js';

/** R6 */
export class NumberIsBlocked extends DomainError {
  readonly code = 'number.blocked';
  constructor(
    readonly blockIds: readonly string[],
    readonly since: Instant,
  ) {
    super('the number is blocked');
  }
}

export class NumberIsDead extends DomainError {
  readonly code = 'number.dead';
  constructor() {
    super('the number is not in use, or is a fax');
  }
}

/** R9 */
export class NumberIsResting extends DomainError {
  readonly code = 'number.resting';
  constructor(readonly restUntil: Instant) {
    super(`somebody at the number was spoken with; it rests until ${restUntil}`);
  }
}

/** Another call to the number may be going on. */
export class NumberIsInACall extends DomainError {
  readonly code = 'number.in-a-call';
  constructor(
    readonly callerId: string,
    readonly since: Instant,
    readonly until: Instant,
  ) {
    super(`another call to the number is permitted until ${until}`);
  }
}

export class CallHasEnded extends DomainError {
  readonly code = 'call.ended';
  constructor(readonly callId: string) {
    super('the call has ended; a new call needs an id of its own');
  }
}
