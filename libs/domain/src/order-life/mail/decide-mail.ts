import type { MailEvent } from '#events/contracts/index';
import { mustStateReason } from '../../shared/stated.js';
import type { StandingOrder } from '../order.js';
import { OrderIsCancelled } from '../order-life.errors.js';
import { hasMailAddress, mailDueAt, MOST_REFUSALS } from './mail-due.js';
import type { MailStatus } from './thank-you-mail.js';
import type {
  AskMailAgain,
  MailCommand,
  RecordMailBounced,
  RecordMailOutcomeUnknown,
  RecordMailRefused,
  RecordMailSent,
  StartMail,
} from './thank-you-mail.commands.js';
import { MailNeedsNoWord, OrderHasNoMailAddress } from './thank-you-mail.errors.js';

/** R17: of several who would send, one is answered with the event. */
function startMail({ attemptId, now }: StartMail['data'], order: StandingOrder): MailEvent[] {
  const dueAt = mailDueAt(order);
  if (dueAt === undefined || now < dueAt) return [];
  return [{ type: 'ThankYouMailStarted', data: { attemptId, messageId: attemptId, startedAt: now } }];
}

/** The attempt has no result yet; one that was given up for lost may still get it. */
const isOpen = ({ mail }: StandingOrder, attemptId: string): boolean =>
  mail.attemptId === attemptId && (mail.status === 'started' || mail.status === 'unknown');

const mailSent = ({ attemptId, now }: RecordMailSent['data'], order: StandingOrder): MailEvent[] =>
  isOpen(order, attemptId) ? [{ type: 'ThankYouMailSent', data: { attemptId, sentAt: now } }] : [];

/** What has been refused for a day and a half is refused for good. */
function mailRefused({ now, ...refusal }: RecordMailRefused['data'], order: StandingOrder): MailEvent[] {
  if (!isOpen(order, refusal.attemptId)) return [];
  const permanent = refusal.permanent || order.mail.refusals + 1 >= MOST_REFUSALS;
  return [{ type: 'ThankYouMailRefused', data: { ...refusal, permanent, refusedAt: now } }];
}

function mailUnknown({ now, ...found }: RecordMailOutcomeUnknown['data'], { mail }: StandingOrder): MailEvent[] {
  if (mail.attemptId !== found.attemptId || mail.status !== 'started') return [];
  return [{ type: 'ThankYouMailOutcomeUnknown', data: { ...found, foundAt: now } }];
}

/** A bounce of an attempt that has been followed by another says nothing of that one. */
function mailBounced({ now, ...bounce }: RecordMailBounced['data'], { mail }: StandingOrder): MailEvent[] {
  const mayBounce: readonly MailStatus[] = ['started', 'unknown', 'sent'];
  if (mail.attemptId !== bounce.attemptId || !mayBounce.includes(mail.status)) return [];
  return [{ type: 'ThankYouMailBounced', data: { ...bounce, bouncedAt: now } }];
}

const FAILED: readonly MailStatus[] = ['failed', 'unknown', 'bounced'];

function askAgain({ now, ...asked }: AskMailAgain['data'], order: StandingOrder): MailEvent[] {
  if (order.cancellation) throw new OrderIsCancelled(order.cancellation.cancelledAt);
  if (!hasMailAddress(order)) throw new OrderHasNoMailAddress();
  if (!FAILED.includes(order.mail.status)) throw new MailNeedsNoWord(order.mail.status);
  mustStateReason(asked.reason);
  return [{ type: 'ThankYouMailAskedAgain', data: { ...asked, askedAt: now } }];
}

export function decideMail(command: MailCommand, order: StandingOrder): MailEvent[] {
  switch (command.type) {
    case 'StartMail':
      return startMail(command.data, order);
    case 'RecordMailSent':
      return mailSent(command.data, order);
    case 'RecordMailRefused':
      return mailRefused(command.data, order);
    case 'RecordMailOutcomeUnknown':
      return mailUnknown(command.data, order);
    case 'RecordMailBounced':
      return mailBounced(command.data, order);
    case 'AskMailAgain':
      return askAgain(command.data, order);
  }
}
