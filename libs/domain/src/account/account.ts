import type { AccountEvent, AccountOpened, Role } from '#events/contracts/index';

/** What is known of a user from the opening of the account on. */
export interface OpenedAccount {
  readonly status: 'active' | 'inactive';
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  /** Absent until a password is set: nobody can sign in. */
  readonly passwordHash?: string;
  /** The password was given by somebody else and must be changed at the first sign-in. */
  readonly mustChangePassword: boolean;
}

export type Account = { readonly status: 'unopened' } | OpenedAccount;

export const UNOPENED: Account = { status: 'unopened' };

const opened = ({ username, displayName, role }: AccountOpened['data']): OpenedAccount => ({
  status: 'active',
  username,
  displayName,
  role,
  mustChangePassword: false,
});

export function evolve(account: Account, event: AccountEvent): Account {
  if (event.type === 'AccountOpened') return opened(event.data);
  return account.status === 'unopened' ? account : changed(account, event);
}

function changed(account: OpenedAccount, { type, data }: Exclude<AccountEvent, AccountOpened>): OpenedAccount {
  switch (type) {
    case 'PasswordSet':
      return { ...account, passwordHash: data.passwordHash, mustChangePassword: data.oneTime };
    case 'RoleChanged':
      return { ...account, role: data.role };
    case 'AccountDeactivated':
      return { ...account, status: 'inactive' };
    case 'AccountReactivated':
      return { ...account, status: 'active' };
  }
}
