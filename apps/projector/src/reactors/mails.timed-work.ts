import { ThankYouMails, type MailParts } from '#processes/mail/thank-you-mails';
import type { TimedWork } from './timed-work.js';

const SECOND_MS = 1000;

/** R17. What was begun and has no result is settled first, so that it is sent again in the same turn where that is safe. */
export function mailWork(parts: MailParts): readonly TimedWork[] {
  const mails = new ThankYouMails(parts);
  return [
    {
      name: 'thank-you-mails',
      everyMs: SECOND_MS,
      work: async (cause, signal) => {
        await mails.settle(cause, signal);
        await mails.send(cause, signal);
      },
    },
  ];
}
