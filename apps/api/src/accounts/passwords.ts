import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify, type Options } from '@node-rs/argon2';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane; the package's default. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** No letters or digits that are easily mistaken for one another. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';
const ONE_TIME_LENGTH = 16;

/** argon2id in PHC form. The work is done by the thread pool, never on the event loop's thread. */
export class Passwords {
  /** Verified for an unknown username, so that it takes as long as a known one. */
  private readonly nobodys: Promise<string>;

  constructor(private readonly cost: Options = COST) {
    this.nobodys = this.hash(randomBytes(16).toString('hex'));
  }

  hash(password: string): Promise<string> {
    return hash(password, this.cost);
  }

  /** Without a hash the same work is done and the answer is no. */
  async isRight(password: string, passwordHash: string | undefined): Promise<boolean> {
    const right = await verify(passwordHash ?? (await this.nobodys), password);
    return right && passwordHash !== undefined;
  }
}

/** About 79 bits: to be read aloud or copied once, then changed. */
export const oneTimePassword = (): string =>
  Array.from({ length: ONE_TIME_LENGTH }, () => READABLE[randomInt(READABLE.length)]).join('');
