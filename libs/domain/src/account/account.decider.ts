import type { AccountEvent } from '#events/contracts/index';
import type { Decider } from '../shared/decider.js';
import { mustStateReason } from '../shared/stated.js';
import type {
  AccountCommand,
  ChangeRole,
  Deactivate,
  OpenAccount,
  Reactivate,
  SetPassword,
} from './account.commands.js';
import {
  AccountExists,
  AccountIsInactive,
  AccountUnknown,
  ReceiverIsLeaving,
  ReceiverMissing,
} from './account.errors.js';
import { evolve, UNOPENED, type Account, type OpenedAccount } from './account.js';

function open({ now, ...account }: OpenAccount['data']): AccountEvent[] {
  return [{ type: 'AccountOpened', data: { ...account, openedAt: now } }];
}

function setPassword({ now, ...password }: SetPassword['data'], account: OpenedAccount): AccountEvent[] {
  mustBeActive(account);
  if (account.passwordHash === password.passwordHash) return [];
  return [{ type: 'PasswordSet', data: { ...password, setAt: now } }];
}

function changeRole({ now, ...change }: ChangeRole['data'], account: OpenedAccount): AccountEvent[] {
  mustBeActive(account);
  return account.role === change.role ? [] : [{ type: 'RoleChanged', data: { ...change, changedAt: now } }];
}

/** R24 */
function deactivate({ now, accountId, ...leaving }: Deactivate['data'], account: OpenedAccount): AccountEvent[] {
  if (account.status === 'inactive') return [];
  mustStateReason(leaving.reason);
  if (account.role === 'caller' && !leaving.receiverId) throw new ReceiverMissing();
  if (leaving.receiverId === accountId) throw new ReceiverIsLeaving();
  return [{ type: 'AccountDeactivated', data: { ...leaving, deactivatedAt: now } }];
}

function reactivate({ now, ...reactivation }: Reactivate['data'], { status }: OpenedAccount): AccountEvent[] {
  return status === 'active' ? [] : [{ type: 'AccountReactivated', data: { ...reactivation, reactivatedAt: now } }];
}

function mustBeActive({ status }: OpenedAccount): void {
  if (status === 'inactive') throw new AccountIsInactive();
}

function decideOpened(command: Exclude<AccountCommand, OpenAccount>, account: OpenedAccount): AccountEvent[] {
  switch (command.type) {
    case 'SetPassword':
      return setPassword(command.data, account);
    case 'ChangeRole':
      return changeRole(command.data, account);
    case 'Deactivate':
      return deactivate(command.data, account);
    case 'Reactivate':
      return reactivate(command.data, account);
  }
}

function decide(command: AccountCommand, account: Account): AccountEvent[] {
  if (command.type === 'OpenAccount') {
    if (account.status !== 'unopened') throw new AccountExists();
    return open(command.data);
  }
  if (account.status === 'unopened') throw new AccountUnknown();
  return decideOpened(command, account);
}

export const accountDecider: Decider<Account, AccountCommand, AccountEvent> = { initial: UNOPENED, evolve, decide };
