import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Cause } from '#events/deciding/cause';
import { saved, type Saved } from '../shared/saved.js';
import { NotOnesOwnAccount, ReceiverCannotReceive, RoleMayNot } from './access.errors.js';
import type { DeactivateDto } from './account.dto.js';
import { Accounts } from './accounts.js';

export class Deactivate extends Command<Saved<undefined>> {
  constructor(
    readonly accountId: string,
    readonly data: DeactivateDto,
    readonly cause: Cause,
  ) {
    super();
  }
}

/** R24: the event names who receives; the locks and callbacks follow it. A lead deactivates callers only. */
@CommandHandler(Deactivate)
export class DeactivateHandler implements ICommandHandler<Deactivate> {
  constructor(private readonly accounts: Accounts) {}

  async execute({ accountId, data, cause }: Deactivate): Promise<Saved<undefined>> {
    if (accountId === cause.actor) throw new NotOnesOwnAccount();
    const { role } = await this.accounts.get(accountId);
    if (cause.actorRole === 'lead' && role !== 'caller') throw new RoleMayNot('lead');
    if (data.receiverId !== undefined && data.receiverId !== accountId) await this.mustReceive(data.receiverId);
    const leaving = { ...data, accountId, deactivatedBy: cause.actor, now: cause.occurredAt };
    return saved(undefined, await this.accounts.command(accountId, { type: 'Deactivate', data: leaving }, cause));
  }

  private async mustReceive(receiverId: string): Promise<void> {
    const receiver = await this.accounts.find(receiverId);
    if (receiver?.status !== 'active' || receiver.role !== 'caller') throw new ReceiverCannotReceive();
  }
}
