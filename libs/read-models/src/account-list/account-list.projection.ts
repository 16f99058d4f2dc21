import type { Role } from '#events/contracts/index';
import { defineProjection } from '../store/define-projection.js';
import type { Row } from '../store/row.js';

/** One user. Never the password's hash. */
export interface AccountListRow extends Row {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly status: 'active' | 'inactive';
}

const CATEGORY = 'account-';

export const accountList = defineProjection<AccountListRow>({
  name: 'account-list',
  version: 1, // raise it to rebuild beside the live one
  keysOf: ({ streamId }) => [streamId.slice(CATEGORY.length)],
  indexes: [{ name: 'by-username', fields: ['username'] }],
  counts: [],
  on: {
    AccountOpened: (_, { data: { username, displayName, role } }, key) => ({
      key,
      username,
      displayName,
      role,
      status: 'active',
    }),
    RoleChanged: (row, { data }) => row && { ...row, role: data.role },
    AccountDeactivated: (row) => row && { ...row, status: 'inactive' },
    AccountReactivated: (row) => row && { ...row, status: 'active' },
  },
});
