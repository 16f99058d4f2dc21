import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Cause } from '#events/deciding/cause';
import { saved, type Saved } from '../shared/saved.js';
import { Accounts } from './accounts.js';

export class Reactivate extends Command<Saved<undefined>> {
  constructor(
    readonly accountId: string,
    readonly cause: Cause,
  ) {
    super();
  }
}

@CommandHandler(Reactivate)
export class ReactivateHandler implements ICommandHandler<Reactivate> {
  constructor(private readonly accounts: Accounts) {}

  async execute({ accountId, cause }: Reactivate): Promise<Saved<undefined>> {
    const data = { reactivatedBy: cause.actor, now: cause.occurredAt };
    return saved(undefined, await this.accounts.command(accountId, { type: 'Reactivate', data }, cause));
  }
}
