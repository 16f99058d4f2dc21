import type { OpenedAccount } from '#domain/account/account';
import type { AccountDto } from './account.dto.js';

/** Everything but the password's hash. */
export const accountShown = (
  accountId: string,
  { username, displayName, role, status }: OpenedAccount,
): AccountDto => ({ accountId, username, displayName, role, status });
