import { DomainError } from '#domain/shared/domain-error';
import type { Role } from '#events/contracts/index';

export class SignInRequired extends DomainError {
  readonly code = 'session.required';
  constructor() {
    super('the request carries no session');
  }
}

/** Signed out, run out, its account deactivated, or never begun: the caller is not told which. */
export class SessionHasEnded extends DomainError {
  readonly code = 'session.ended';
  constructor() {
    super('the session has ended');
  }
}

/** Wrong username, wrong password, or an account that is no longer active: the same answer after the same work. */
export class SignInRefused extends DomainError {
  readonly code = 'session.sign-in-refused';
  constructor() {
    super('username and password do not fit');
  }
}

export class RoleMayNot extends DomainError {
  readonly code = 'account.role-may-not';
  constructor(readonly role: Role) {
    super(`this is not for the role ${role}`);
  }
}

export class PasswordChangeRequired extends DomainError {
  readonly code = 'account.password-change-required';
  constructor() {
    super('the one-time password must be changed first');
  }
}

export class CurrentPasswordWrong extends DomainError {
  readonly code = 'account.current-password-wrong';
  constructor() {
    super('the current password does not fit');
  }
}

export class PasswordUnchanged extends DomainError {
  readonly code = 'account.password-unchanged';
  constructor() {
    super('the new password is the current one');
  }
}

export class UsernameTaken extends DomainError {
  readonly code = 'account.username-taken';
  constructor() {
    super('another account has the username');
  }
}

/** Somebody else must do it, so that an installation never loses its last administrator by a slip. */
export class NotOnesOwnAccount extends DomainError {
  readonly code = 'account.ones-own';
  constructor() {
    super('nobody changes the role or standing of their own account');
  }
}

/** R24 */
export class ReceiverCannotReceive extends DomainError {
  readonly code = 'account.receiver-cannot-receive';
  constructor() {
    super('the receiver is no active caller');
  }
}
