import Table from 'cli-table3';
import { Argument, Command } from 'commander';
import type { Role } from '#events/contracts/index';
import type { AccountDto, OneTimePasswordDto } from '../../accounts/account.dto.js';
import { Deactivate } from '../../accounts/deactivate.handler.js';
import { ListAccounts } from '../../accounts/list-accounts.query.js';
import { OpenAccount } from '../../accounts/open-account.handler.js';
import { ResetPassword } from '../../accounts/reset-password.handler.js';
import { EVERY_ROLE } from '../../shared/access.decorators.js';
import { print, type Terminal } from '../terminal.js';
import { atAccountDesk } from './account-desk.js';
import { mustBeOpenable } from './openable.js';

interface Options {
  readonly json?: boolean;
}

interface Leaving extends Options {
  readonly reason: string;
  readonly receiver?: string;
}

export const accountsCommand = (terminal: Terminal): Command =>
  new Command('accounts')
    .description('Who may sign in; works while the engine runs')
    .addCommand(listCommand(terminal))
    .addCommand(openCommand(terminal))
    .addCommand(resetCommand(terminal))
    .addCommand(deactivateCommand(terminal));

const listCommand = (terminal: Terminal): Command =>
  command('list', 'All accounts').action(async ({ json }: Options) => {
    const accounts = await atAccountDesk(terminal, ({ queries }) => queries.execute(new ListAccounts()));
    print(terminal, json, accounts, tableOf);
  });

const openCommand = (terminal: Terminal): Command =>
  command('open', 'Open an account; its one-time password is printed once')
    .argument('<username>')
    .argument('<name>', 'the name to be shown')
    .addArgument(new Argument('<role>').choices([...EVERY_ROLE]))
    .action(async (username: string, displayName: string, role: Role, { json }: Options) => {
      const data = await mustBeOpenable({ username, displayName, role });
      const opened = await atAccountDesk(terminal, async ({ commands, cause }) => {
        return (await commands.execute(new OpenAccount(data, cause))).body;
      });
      print(terminal, json, opened, passwordLine);
    });

const resetCommand = (terminal: Terminal): Command =>
  command('reset-password', 'Give a new one-time password, printed once; the sessions of the account end')
    .argument('<username>')
    .action(async (username: string, { json }: Options) => {
      const reset = await atAccountDesk(terminal, async ({ commands, accountIdOf, cause }) => {
        return (await commands.execute(new ResetPassword(await accountIdOf(username), cause))).body;
      });
      print(terminal, json, reset, passwordLine);
    });

const deactivateCommand = (terminal: Terminal): Command =>
  command('deactivate', 'R24: end an account; the receiver gets its locks and callbacks')
    .argument('<username>')
    .requiredOption('--reason <text>', 'why, for the history')
    .option('--receiver <username>', 'the active caller who receives; a caller cannot leave without one')
    .action(async (username: string, { json, reason, receiver }: Leaving) => {
      const accountId = await atAccountDesk(terminal, async ({ commands, accountIdOf, cause }) => {
        const leaving = await accountIdOf(username);
        const receiverId = receiver === undefined ? undefined : await accountIdOf(receiver);
        await commands.execute(new Deactivate(leaving, { reason, ...(receiverId && { receiverId }) }, cause));
        return leaving;
      });
      print(terminal, json, { accountId, status: 'inactive' }, () => `${username} can no longer sign in`);
    });

const command = (name: string, description: string): Command =>
  new Command(name).description(description).option('--json', 'one JSON document, for scripts');

const passwordLine = ({ oneTimePassword = '' }: OneTimePasswordDto): string => `One-time password: ${oneTimePassword}`;

function tableOf(accounts: readonly AccountDto[]): string {
  const table = new Table({ head: ['username', 'name', 'role', 'status'], style: { head: [], border: [] } });
  table.push(...accounts.map(({ username, displayName, role, status }) => [username, displayName, role, status]));
  return table.toString();
}
