import { Injectable } from '@nestjs/common';
import type { OpenedAccount } from '#domain/account/account';
import { Accounts } from './accounts.js';
import { Passwords } from './passwords.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { Usernames } from './usernames.js';

export interface KnownUser {
  readonly accountId: string;
  readonly account: OpenedAccount;
}

/** Whether username and password fit an active account, in the same time whichever of them is wrong. */
@Injectable()
export class Credentials {
  constructor(
    private readonly attempts: SignInAttempts,
    private readonly usernames: Usernames,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
  ) {}

  /** @throws TooManySignInAttempts */
  async check(username: string, password: string, address: string): Promise<KnownUser | undefined> {
    const succeeded = this.attempts.begin(this.usernames.keyOf(username), address);
    const accountId = await this.usernames.holderOf(username);
    const account = accountId === undefined ? undefined : await this.accounts.find(accountId);
    const isRight = await this.passwords.isRight(password, account?.passwordHash);
    if (accountId === undefined || account?.status !== 'active' || !isRight) return undefined;
    succeeded();
    return { accountId, account };
  }
}
