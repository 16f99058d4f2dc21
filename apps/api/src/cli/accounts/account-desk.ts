import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { AccountUnknown } from '#domain/account/account.errors';
import type { Cause } from '#events/deciding/cause';
import { Clock } from '#runtime/clock';
import { createLogger } from '#runtime/logger';
import { AccountModule } from '../../accounts/account.module.js';
import { Usernames } from '../../accounts/usernames.js';
import { openParts } from '../../api.module.js';
import { PartsModule, type Parts } from '../../shared/parts.module.js';
import { commandLineCause } from '../command-line-cause.js';
import { configOf } from '../installation-files.js';
import type { Terminal } from '../terminal.js';

@Module({})
class AccountDeskModule {
  static of(parts: Parts): DynamicModule {
    return { module: AccountDeskModule, imports: [PartsModule.of(parts), AccountModule] };
  }
}

/** The commands and queries of the API's accounts, carried out in this process on the same log. */
export interface AccountDesk {
  readonly commands: CommandBus;
  readonly queries: QueryBus;
  readonly cause: Cause;
  /** @throws AccountUnknown */
  readonly accountIdOf: (username: string) => Promise<string>;
}

export async function atAccountDesk<T>(terminal: Terminal, work: (desk: AccountDesk) => Promise<T>): Promise<T> {
  const config = configOf(terminal);
  const parts = await openParts(config, createLogger('cli', config));
  const app = await NestFactory.createApplicationContext(AccountDeskModule.of(parts), { logger: false });
  try {
    return await work({
      commands: app.get(CommandBus),
      queries: app.get(QueryBus),
      cause: commandLineCause(app.get(Clock)),
      accountIdOf: async (username) => {
        const accountId = await app.get(Usernames).holderOf(username);
        if (accountId === undefined) throw new AccountUnknown();
        return accountId;
      },
    });
  } finally {
    await app.close();
  }
}
