import { PassThrough } from 'node:stream';
import { createTransport, type NodemailerError } from 'nodemailer';
import { mailOf, type From } from './envelope.js';
import { Mailer, type Delivery, type Message } from './mailer.js';

/** At most so many connections at once, and so many mails through each. */
const CONNECTIONS = 5;
const MAILS_PER_CONNECTION = 100;
const CONNECT_SECONDS = 20;
/** A server may think about a mail that it was handed for ten minutes (RFC 5321, 4.5.3.2.6). */
const SILENCE_SECONDS = 600;
const PERMANENT = 500;

export interface SmtpOptions {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  readonly url: string;
  readonly from: From;
  readonly silenceSeconds?: number;
}

/**
 * Any SMTP server. nodemailer would send once more by itself what a closed connection interrupted: that is switched off, since
 * a mail of which the whole has left this process may have been delivered (R17).
 */
export class SmtpMailer extends Mailer {
  override readonly patienceSeconds: number;
  private readonly transport;
  /** Message-IDs of mails that have left this process whole. */
  private readonly left = new Set<string>();

  constructor(private readonly options: SmtpOptions) {
    super();
    const { url, silenceSeconds = SILENCE_SECONDS } = options;
    this.patienceSeconds = 2 * CONNECT_SECONDS + silenceSeconds;
    this.transport = createTransport({
      pool: true,
      url,
      maxConnections: CONNECTIONS,
      maxMessages: MAILS_PER_CONNECTION,
      maxRequeues: 0,
      connectionTimeout: CONNECT_SECONDS * 1000,
      greetingTimeout: CONNECT_SECONDS * 1000,
      socketTimeout: silenceSeconds * 1000,
    });
    this.transport.use('stream', ({ message, data: { messageId = '' } }, done) => {
      message.transform(() => noting(() => this.left.add(messageId)));
      done();
    });
  }

  override async send(message: Message): Promise<Delivery> {
    const mail = mailOf(message, this.options.from);
    try {
      await this.transport.sendMail(mail);
      return { kind: 'sent' };
    } catch (error) {
      // The cast: whatever nodemailer rejects with has these fields or lacks them.
      return deliveryOf(error as NodemailerError, this.left.has(mail.messageId));
    } finally {
      this.left.delete(mail.messageId);
    }
  }

  /** Only the other side knows. */
  override whatBecameOf(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  override close(): Promise<void> {
    this.transport.close();
    return Promise.resolve();
  }
}

/** Lets everything through and tells of the end. */
const noting = (onEnd: () => void): PassThrough =>
  new PassThrough({
    flush(ended) {
      onEnd();
      ended();
    },
  });

/** A reply refuses for certain. Without one it matters whether the other side may have the whole mail. */
function deliveryOf({ responseCode: replyCode }: NodemailerError, hasLeft: boolean): Delivery {
  if (replyCode !== undefined) return { kind: 'refused', permanent: replyCode >= PERMANENT, replyCode };
  return hasLeft ? { kind: 'unknown' } : { kind: 'refused', permanent: false };
}
