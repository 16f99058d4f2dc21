import type { ThankYouMailRefused } from '#events/contracts/index';
import type { Letter } from './letter/letter.js';

/** One attempt to send the mail of one order. Both ids are ours and stand in its Message-ID, so that a bounce is found again. */
export interface Attempt {
  readonly orderId: string;
  readonly attemptId: string;
}

export interface Message extends Attempt {
  readonly to: string;
  readonly letter: Letter;
}

/** What is known of an attempt. `unknown`: it was handed over and nothing was heard. */
export type Delivery =
  | { readonly kind: 'sent' }
  | ({ readonly kind: 'refused' } & Pick<ThankYouMailRefused['data'], 'permanent' | 'replyCode'>)
  | { readonly kind: 'unknown' };

/** Where mail goes out. Sends what it is given once, and never again by itself. */
export abstract class Mailer {
  /** Longest time that an attempt may be under way; after it nothing more comes of one whose process died. */
  abstract readonly patienceSeconds: number;

  /** Never rejects because of the other side. */
  abstract send(message: Message): Promise<Delivery>;

  /** Of an attempt whose process died; undefined where only the other side knows. */
  abstract whatBecameOf(attempt: Attempt): Promise<Delivery | undefined>;

  abstract close(): Promise<void>;
}
