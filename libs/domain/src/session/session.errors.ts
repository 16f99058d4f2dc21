import { DomainError } from '../shared/domain-error.js';

export class SessionUnknown extends DomainError {
  readonly code = 'session.unknown';
  constructor() {
    super('there is no such session');
  }
}

export class SessionExists extends DomainError {
  readonly code = 'session.exists';
  constructor() {
    super('the session has been started already');
  }
}
