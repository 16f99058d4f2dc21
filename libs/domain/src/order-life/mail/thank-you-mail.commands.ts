import type { ThankYouMailBounced, ThankYouMailOutcomeUnknown, ThankYouMailRefused } from '#events/contracts/index';
import type { Command } from '../../shared/command.js';

/** R17: the one who is answered with the event sends; nobody else does. */
export type StartMail = Command<'StartMail', { readonly attemptId: string }>;
export type RecordMailSent = Command<'RecordMailSent', { readonly attemptId: string }>;
export type RecordMailRefused = Command<'RecordMailRefused', Omit<ThankYouMailRefused['data'], 'refusedAt'>>;
export type RecordMailOutcomeUnknown = Command<
  'RecordMailOutcomeUnknown',
  Omit<ThankYouMailOutcomeUnknown['data'], 'foundAt'>
>;
export type RecordMailBounced = Command<'RecordMailBounced', Omit<ThankYouMailBounced['data'], 'bouncedAt'>>;
/** An admin's word after a failure. */
export type AskMailAgain = Command<'AskMailAgain', { readonly askedBy: string; readonly reason: string }>;

export type MailCommand =
  StartMail | RecordMailSent | RecordMailRefused | RecordMailOutcomeUnknown | RecordMailBounced | AskMailAgain;
