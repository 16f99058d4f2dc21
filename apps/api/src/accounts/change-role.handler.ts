import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Role } from '#events/contracts/index';
import type { Cause } from '#events/deciding/cause';
import { saved, type Saved } from '../shared/saved.js';
import { NotOnesOwnAccount } from './access.errors.js';
import { Accounts } from './accounts.js';

export class ChangeRole extends Command<Saved<undefined>> {
  constructor(
    readonly accountId: string,
    readonly role: Role,
    readonly cause: Cause,
  ) {
    super();
  }
}

@CommandHandler(ChangeRole)
export class ChangeRoleHandler implements ICommandHandler<ChangeRole> {
  constructor(private readonly accounts: Accounts) {}

  async execute({ accountId, role, cause }: ChangeRole): Promise<Saved<undefined>> {
    if (accountId === cause.actor) throw new NotOnesOwnAccount();
    const data = { role, changedBy: cause.actor, now: cause.occurredAt };
    return saved(undefined, await this.accounts.command(accountId, { type: 'ChangeRole', data }, cause));
  }
}
