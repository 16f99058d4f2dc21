import { Injectable } from '@nestjs/common';
import { claimKeyDecider } from '#domain/claim-key/claim-key.decider';
import { KeyAlreadyHeld } from '#domain/claim-key/claim-key.errors';
import { usernameKeyStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { KeyedHash } from '#runtime/keyed-hash';

/** One account per username, whatever its capitals. The stream's name shows nothing of it. */
@Injectable()
export class Usernames {
  constructor(
    private readonly decisions: DecisionRunner,
    private readonly hash: KeyedHash,
  ) {}

  keyOf(username: string): string {
    return this.hash.of('username', username.normalize('NFKC').toLowerCase());
  }

  async holderOf(username: string): Promise<string | undefined> {
    const { state } = await this.decisions.load(claimKeyDecider, usernameKeyStream(this.keyOf(username)));
    return state.holderId;
  }

  /** @returns who holds it: the account asked for, or the one that was first. */
  async claim(username: string, accountId: string, cause: Cause): Promise<string> {
    const command = { type: 'ClaimKey', data: { holderId: accountId, now: cause.occurredAt } } as const;
    try {
      await this.decisions.run(claimKeyDecider, usernameKeyStream(this.keyOf(username)), command, cause);
      return accountId;
    } catch (error) {
      if (error instanceof KeyAlreadyHeld) return error.holderId;
      throw error;
    }
  }
}
