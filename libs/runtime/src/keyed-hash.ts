import { createHmac } from 'node:crypto';

/** What is hashed; keeps a number and a company number of the same digits apart. */
export type KeyKind = 'number' | 'companynumber' | 'workplace' | 'externalid' | 'username';

/**
 * HMAC-SHA256 with the installation's pepper, as hex. Names streams after what is personal (a telephone, a company
 * number that may be a personnummer, a username) without showing it.
 */
export class KeyedHash {
  constructor(private readonly pepper: string) {}

  /** `value` in its one normal form: E.164, ten digits, lower case. */
  of(kind: KeyKind, value: string): string {
    return this.digest(`${kind}:${value}`);
  }

  /** Tells two peppers apart without telling the pepper. */
  get fingerprint(): string {
    return this.digest('fingerprint');
  }

  private digest(text: string): string {
    return createHmac('sha256', this.pepper).update(text).digest('hex');
  }
}
