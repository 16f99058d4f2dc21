import { DomainError } from '../../shared/domain-error.js';
import type { MailStatus } from './thank-you-mail.js';

/** R17: a mail that may still arrive, or has arrived, is not sent a second time. */
export class MailNeedsNoWord extends DomainError {
  readonly code = 'mail.not-failed';
  constructor(readonly mailStatus: MailStatus) {
    super(`the mail is ${mailStatus}: only one that failed is sent again`);
  }
}

export class OrderHasNoMailAddress extends DomainError {
  readonly code = 'mail.no-address';
  constructor() {
    super('the order says that there is no mail address');
  }
}
