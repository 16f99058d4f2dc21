import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Cause } from '#events/deciding/cause';
import type { Saved } from '../shared/saved.js';
import { CurrentPasswordWrong, PasswordUnchanged } from './access.errors.js';
import { Accounts } from './accounts.js';
import { Credentials } from './credentials.js';
import { Passwords } from './passwords.js';
import type { ChangePasswordDto, SessionDto } from './session.dto.js';
import { SessionStarter } from './session-starter.js';

export class ChangePassword extends Command<Saved<SessionDto>> {
  constructor(
    readonly accountId: string,
    readonly data: ChangePasswordDto,
    readonly address: string,
    readonly cause: Cause,
  ) {
    super();
  }
}

/** Ends every session of the account, for a stolen one should not outlive the password, and begins a new one. */
@CommandHandler(ChangePassword)
export class ChangePasswordHandler implements ICommandHandler<ChangePassword> {
  constructor(
    private readonly credentials: Credentials,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly sessions: SessionStarter,
  ) {}

  async execute({ accountId, data, address, cause }: ChangePassword): Promise<Saved<SessionDto>> {
    const { currentPassword, newPassword } = data;
    const { username } = await this.accounts.get(accountId);
    const user = await this.credentials.check(username, currentPassword, address);
    if (!user) throw new CurrentPasswordWrong();
    if (newPassword === currentPassword) throw new PasswordUnchanged();
    const passwordHash = await this.passwords.hash(newPassword);
    const set = { passwordHash, oneTime: false, setBy: accountId, now: cause.occurredAt };
    await this.accounts.command(accountId, { type: 'SetPassword', data: set }, cause);
    return this.sessions.start(accountId, { ...user.account, mustChangePassword: false }, cause);
  }
}
