import type { AccountDeactivated, AccountOpened, PasswordSet, RoleChanged } from '#events/contracts/index';
import type { Command } from '../shared/command.js';

export type OpenAccount = Command<'OpenAccount', Omit<AccountOpened['data'], 'openedAt'>>;
export type SetPassword = Command<'SetPassword', Omit<PasswordSet['data'], 'setAt'>>;
export type ChangeRole = Command<'ChangeRole', Omit<RoleChanged['data'], 'changedAt'>>;
/** `accountId`: whose account it is, for nobody receives from themselves (R24). */
export type Deactivate = Command<
  'Deactivate',
  Omit<AccountDeactivated['data'], 'deactivatedAt'> & { readonly accountId: string }
>;
export type Reactivate = Command<'Reactivate', { reactivatedBy: string }>;

export type AccountCommand = OpenAccount | SetPassword | ChangeRole | Deactivate | Reactivate;
