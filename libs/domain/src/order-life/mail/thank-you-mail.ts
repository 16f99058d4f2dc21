import type { Instant, MailEvent } from '#events/contracts/index';

export type MailStatus =
  /** Not yet tried, or asked for again. */
  | 'waiting'
  /** An attempt is under way, or the process that made it died. */
  | 'started'
  /** Nothing was delivered; it is tried again. */
  | 'refused'
  | 'sent'
  /** These wait for an admin. */
  | 'failed'
  | 'unknown'
  | 'bounced';

/** R17: one mail for each order. */
export interface ThankYouMail {
  readonly status: MailStatus;
  /** The latest; its number makes the next one's id. */
  readonly attemptId?: string;
  readonly attempts: number;
  /** Refusals in a row since it was asked for: the pauses grow with them. */
  readonly refusals: number;
  readonly since?: Instant;
}

export const NO_MAIL: ThankYouMail = { status: 'waiting', attempts: 0, refusals: 0 };

export function mailAfter(mail: ThankYouMail, { type, data }: MailEvent): ThankYouMail {
  switch (type) {
    case 'ThankYouMailStarted':
      return {
        ...mail,
        status: 'started',
        attemptId: data.attemptId,
        attempts: mail.attempts + 1,
        since: data.startedAt,
      };
    case 'ThankYouMailSent':
      return { ...mail, status: 'sent', since: data.sentAt };
    case 'ThankYouMailRefused':
      return {
        ...mail,
        status: data.permanent ? 'failed' : 'refused',
        refusals: mail.refusals + 1,
        since: data.refusedAt,
      };
    case 'ThankYouMailOutcomeUnknown':
      return { ...mail, status: 'unknown', since: data.foundAt };
    case 'ThankYouMailBounced':
      return { ...mail, status: 'bounced', since: data.bouncedAt };
    case 'ThankYouMailAskedAgain':
      return { ...mail, status: 'waiting', refusals: 0, since: data.askedAt };
  }
}
