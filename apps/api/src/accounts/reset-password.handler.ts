import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Cause } from '#events/deciding/cause';
import { saved, type Saved } from '../shared/saved.js';
import type { OneTimePasswordDto } from './account.dto.js';
import { Accounts } from './accounts.js';
import { oneTimePassword, Passwords } from './passwords.js';

export class ResetPassword extends Command<Saved<OneTimePasswordDto>> {
  constructor(
    readonly accountId: string,
    readonly cause: Cause,
  ) {
    super();
  }
}

@CommandHandler(ResetPassword)
export class ResetPasswordHandler implements ICommandHandler<ResetPassword> {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
  ) {}

  async execute({ accountId, cause }: ResetPassword): Promise<Saved<OneTimePasswordDto>> {
    const password = oneTimePassword();
    const passwordHash = await this.passwords.hash(password);
    const data = { passwordHash, oneTime: true, setBy: cause.actor, now: cause.occurredAt };
    const set = await this.accounts.command(accountId, { type: 'SetPassword', data }, cause);
    return saved(set.repeated ? {} : { oneTimePassword: password }, set);
  }
}
