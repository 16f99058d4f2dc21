import type { Instant } from '#events/contracts/index';
import { DomainError } from '../shared/domain-error.js';

export class CompanyUnknown extends DomainError {
  readonly code = 'company.unknown';
  constructor() {
    super('there is no such company');
  }
}

/** R6 */
export class CompanyIsBlocked extends DomainError {
  readonly code = 'company.blocked';
  constructor(
    readonly blockIds: readonly string[],
    readonly since: Instant,
  ) {
    super('the company is blocked');
  }
}

/** R6: a workplace of a larger company asked for silence, and admin has not yet decided for the others. */
export class CompanyBlockUndecided extends DomainError {
  readonly code = 'company.block-undecided';
  constructor(
    readonly blockIds: readonly string[],
    readonly since: Instant,
  ) {
    super('whether the company is blocked waits for a decision');
  }
}

export class CompanyHasCeased extends DomainError {
  readonly code = 'company.ceased';
  constructor(readonly ceasedAt: Instant) {
    super('the company has ceased');
  }
}

/** R9 */
export class CompanyIsResting extends DomainError {
  readonly code = 'company.resting';
  constructor(readonly restUntil: Instant) {
    super(`somebody at the company was spoken with; it rests until ${restUntil}`);
  }
}

export class CompanyBlockUnknown extends DomainError {
  readonly code = 'company-block.unknown';
  constructor(readonly blockId: string) {
    super('the company has no such block');
  }
}

/** What an admin decided about a block is undone by lifting it, not by dismissing it. */
export class CompanyBlockDecided extends DomainError {
  readonly code = 'company-block.decided';
  constructor(readonly blockId: string) {
    super('the block has been decided already');
  }
}
