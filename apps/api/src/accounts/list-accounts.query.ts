import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { accountList } from '#read-models/account-list/account-list.projection';
import { ReadStore } from '#read-models/store/read-store';
import type { AccountDto } from './account.dto.js';

/** More accounts than one installation ever has. */
const AT_MOST = 10_000;

export class ListAccounts extends Query<readonly AccountDto[]> {}

@QueryHandler(ListAccounts)
export class ListAccountsHandler implements IQueryHandler<ListAccounts> {
  constructor(private readonly views: ReadStore) {}

  async execute(): Promise<readonly AccountDto[]> {
    const { rows } = await this.views.seek(accountList, { index: 'by-username', limit: AT_MOST });
    return rows.map(({ key, username, displayName, role, status }) => ({
      accountId: key,
      username,
      displayName,
      role,
      status,
    }));
  }
}
