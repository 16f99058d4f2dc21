import type { SendMailOptions } from 'nodemailer';
import type { Message } from './mailer.js';
import { messageIdOf } from './message-id.js';

export interface From {
  readonly name: string;
  readonly address: string;
}

/** What nodemailer makes the mail of. It may read neither files nor addresses, whatever stands in a field. */
export const mailOf = ({ to, letter, ...attempt }: Message, from: From) =>
  ({
    from: { ...from },
    to: { name: '', address: to },
    messageId: messageIdOf(attempt, from.address),
    ...letter,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }) satisfies SendMailOptions;
