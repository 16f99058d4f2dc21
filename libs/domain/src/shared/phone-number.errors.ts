import { DomainError } from './domain-error.js';

/** Why a number that can be read is not one to call. */
export type NotDialableBecause = 'premium' | 'short' | 'pager' | 'voicemail';

/** No telephone number, or none that a numbering plan knows. */
export class PhoneUnreadable extends DomainError {
  readonly code = 'phone.unreadable';
  constructor() {
    super('this is no telephone number');
  }
}

export class PhoneNotDialable extends DomainError {
  readonly code = 'phone.not-dialable';
  constructor(readonly because: NotDialableBecause) {
    super(`numbers of this kind are not called: ${because}`);
  }
}
