import { existsSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { mailOf, type From } from './envelope.js';
import { Mailer, type Attempt, type Delivery, type Message } from './mailer.js';

const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY_FILE = 0o600;
/** A file is written in a moment. */
const PATIENCE_SECONDS = 10;

/** A folder of `.eml` files, one a mail, for whoever has no mail server yet: any mail program opens them. */
export class OutboxMailer extends Mailer {
  override readonly patienceSeconds = PATIENCE_SECONDS;
  private readonly composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  constructor(
    private readonly folder: string,
    private readonly from: From,
  ) {
    super();
  }

  /** A full disk refuses for now: the next attempt is made when there may be room. */
  override async send(message: Message): Promise<Delivery> {
    const { message: content } = await this.composer.sendMail(mailOf(message, this.from));
    // The cast: `buffer` was asked for.
    await this.write(this.fileOf(message), content as Buffer).catch(() => undefined);
    return this.whatBecameOf(message);
  }

  override whatBecameOf(attempt: Attempt): Promise<Delivery> {
    const isThere = existsSync(this.fileOf(attempt));
    return Promise.resolve(isThere ? { kind: 'sent' } : { kind: 'refused', permanent: false });
  }

  override close(): Promise<void> {
    return Promise.resolve();
  }

  private fileOf({ orderId, attemptId }: Attempt): string {
    return join(this.folder, `${orderId}.${attemptId}.eml`);
  }

  /** Whole and on disk, or absent. */
  private async write(file: string, content: Buffer): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
    const draft = await open(`${file}.draft`, 'w', OWNER_ONLY_FILE);
    try {
      await draft.writeFile(content);
      await draft.sync();
    } finally {
      await draft.close();
    }
    await rename(`${file}.draft`, file);
    await this.syncFolder();
  }

  /** The name is on disk too. */
  private async syncFolder(): Promise<void> {
    const folder = await open(this.folder);
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}
