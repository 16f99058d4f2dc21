import { DomainError } from '../shared/domain-error.js';

export class AccountUnknown extends DomainError {
  readonly code = 'account.unknown';
  constructor() {
    super('there is no such account');
  }
}

export class AccountExists extends DomainError {
  readonly code = 'account.exists';
  constructor() {
    super('the account has been opened already');
  }
}

export class AccountIsInactive extends DomainError {
  readonly code = 'account.inactive';
  constructor() {
    super('the account is not active');
  }
}

/** R24: the locks and callbacks of a caller who leaves go to somebody. */
export class ReceiverMissing extends DomainError {
  readonly code = 'account.receiver-missing';
  constructor() {
    super('name who receives the locks and callbacks of the caller');
  }
}

/** R24 */
export class ReceiverIsLeaving extends DomainError {
  readonly code = 'account.receiver-is-leaving';
  constructor() {
    super('the one who leaves cannot receive the locks and callbacks');
  }
}
