import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AccountExists } from '#domain/account/account.errors';
import { followingFrom, type Cause } from '#events/deciding/cause';
import { idOfMade } from '../shared/request-cause.js';
import { saved, type Saved } from '../shared/saved.js';
import { UsernameTaken } from './access.errors.js';
import type { AccountMadeDto, OpenAccountDto } from './account.dto.js';
import { Accounts, type AccountDecided } from './accounts.js';
import { oneTimePassword, Passwords } from './passwords.js';
import { Usernames } from './usernames.js';

export class OpenAccount extends Command<Saved<AccountMadeDto>> {
  constructor(
    readonly data: OpenAccountDto,
    readonly cause: Cause,
  ) {
    super();
  }
}

/** First the username, then the account, then its password: whatever step a crash prevents, a repeat makes up for. */
@CommandHandler(OpenAccount)
export class OpenAccountHandler implements ICommandHandler<OpenAccount> {
  constructor(
    private readonly usernames: Usernames,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
  ) {}

  async execute({ data, cause }: OpenAccount): Promise<Saved<AccountMadeDto>> {
    const accountId = await this.usernames.claim(data.username, idOfMade(cause), cause);
    const opened = await this.open(accountId, data, cause);
    const password = oneTimePassword();
    const passwordHash = await this.passwords.hash(password);
    const setting = { passwordHash, oneTime: true, setBy: cause.actor, now: cause.occurredAt };
    const set = await this.accounts.command(
      accountId,
      { type: 'SetPassword', data: setting },
      followingFrom(cause, 'password'),
    );
    return saved({ accountId, ...(!set.repeated && { oneTimePassword: password }) }, opened, set);
  }

  /** A username whose account was never opened, for a crash came between, goes to the next who asks. */
  private async open(accountId: string, data: OpenAccountDto, cause: Cause): Promise<AccountDecided> {
    const opening = { ...data, openedBy: cause.actor, now: cause.occurredAt };
    try {
      return await this.accounts.command(accountId, { type: 'OpenAccount', data: opening }, cause);
    } catch (error) {
      throw error instanceof AccountExists ? new UsernameTaken() : error;
    }
  }
}
