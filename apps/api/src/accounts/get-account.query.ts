import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { OpenedAccount } from '#domain/account/account';
import { Accounts } from './accounts.js';

export class GetAccount extends Query<OpenedAccount> {
  constructor(readonly accountId: string) {
    super();
  }
}

/** From the account's own stream, which is short, so that it is never behind. */
@QueryHandler(GetAccount)
export class GetAccountHandler implements IQueryHandler<GetAccount> {
  constructor(private readonly accounts: Accounts) {}

  execute({ accountId }: GetAccount): Promise<OpenedAccount> {
    return this.accounts.get(accountId);
  }
}
