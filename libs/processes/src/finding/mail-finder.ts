import type { Instant } from '#events/contracts/index';
import type { Attempt } from '../mail/mailer.js';

/** Thank-you mails by what is to be done about them, as the read models know them. In pages. */
export abstract class MailFinder {
  /** Orders whose mail is due. */
  abstract dueBy(at: Instant): AsyncIterable<readonly string[]>;
  /** Attempts that began at the time or before and have no result. */
  abstract startedBy(at: Instant): AsyncIterable<readonly Attempt[]>;
}
