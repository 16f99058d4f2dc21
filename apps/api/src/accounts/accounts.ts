import { Injectable } from '@nestjs/common';
import type { OpenedAccount } from '#domain/account/account';
import type { AccountCommand } from '#domain/account/account.commands';
import { accountDecider } from '#domain/account/account.decider';
import { AccountUnknown } from '#domain/account/account.errors';
import type { Position } from '#events/store/recorded-event';
import { accountStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { Sessions } from './sessions.js';

/** What an account's commands lead to, in the order in which they are given. */
export interface AccountDecided {
  readonly position?: Position;
  readonly repeated: boolean;
}

/** The one way to an account's stream: whatever changes it makes its sessions be looked at anew. */
@Injectable()
export class Accounts {
  constructor(
    private readonly decisions: DecisionRunner,
    private readonly sessions: Sessions,
  ) {}

  /** @throws AccountUnknown */
  async get(accountId: string): Promise<OpenedAccount> {
    const account = await this.find(accountId);
    if (!account) throw new AccountUnknown();
    return account;
  }

  async find(accountId: string): Promise<OpenedAccount | undefined> {
    const { state } = await this.decisions.load(accountDecider, accountStream(accountId));
    return state.status === 'unopened' ? undefined : state;
  }

  async command(accountId: string, command: AccountCommand, cause: Cause): Promise<AccountDecided> {
    const decided = await this.decisions.run(accountDecider, accountStream(accountId), command, cause);
    this.sessions.forgetAccount(accountId);
    return decided;
  }
}
