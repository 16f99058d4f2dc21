import type { Instant } from '#events/contracts/index';
import { DomainError } from '../shared/domain-error.js';

export class OrderUnknown extends DomainError {
  readonly code = 'order.unknown';
  constructor() {
    super('there is no such order');
  }
}

export class OrderIsCancelled extends DomainError {
  readonly code = 'order.cancelled';
  constructor(readonly since: Instant) {
    super('the order is cancelled');
  }
}

/** Settled: the caller inside the regret window, then admin. */
export class RegretWindowIsOver extends DomainError {
  readonly code = 'order.regret-window-over';
  constructor(readonly regretUntil: Instant) {
    super(`the caller might change the order until ${regretUntil}; now it is for an admin`);
  }
}

export class OrderOfAnotherCaller extends DomainError {
  readonly code = 'order.of-another-caller';
  constructor(readonly callerId: string) {
    super('another caller took the order');
  }
}

/** R18 */
export class CompanyNumberNotInDoubt extends DomainError {
  readonly code = 'order.company-number-not-in-doubt';
  constructor() {
    super('no register has objected to the company number');
  }
}
