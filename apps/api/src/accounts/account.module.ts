import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Clock } from '#runtime/clock';
import type { Config } from '#runtime/config';
import { CONFIG } from '../shared/tokens.js';
import { AccessGuard } from './access.guard.js';
import { AccountController } from './account.controller.js';
import { Accounts } from './accounts.js';
import { ChangePasswordHandler } from './change-password.handler.js';
import { ChangeRoleHandler } from './change-role.handler.js';
import { Credentials } from './credentials.js';
import { DeactivateHandler } from './deactivate.handler.js';
import { FirstAdmin } from './first-admin.js';
import { GetAccountHandler } from './get-account.query.js';
import { ListAccountsHandler } from './list-accounts.query.js';
import { OpenAccountHandler } from './open-account.handler.js';
import { Passwords } from './passwords.js';
import { ReactivateHandler } from './reactivate.handler.js';
import { ResetPasswordHandler } from './reset-password.handler.js';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.js';
import { SessionStarter } from './session-starter.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { SignInHandler } from './sign-in.handler.js';
import { SignOutHandler } from './sign-out.handler.js';
import { Usernames } from './usernames.js';

const handlers = [
  SignInHandler,
  SignOutHandler,
  ChangePasswordHandler,
  OpenAccountHandler,
  ChangeRoleHandler,
  ResetPasswordHandler,
  DeactivateHandler,
  ReactivateHandler,
  GetAccountHandler,
  ListAccountsHandler,
];

@Module({
  controllers: [SessionController, AccountController],
  providers: [
    ...handlers,
    Accounts,
    Credentials,
    FirstAdmin,
    { provide: Passwords, useFactory: () => new Passwords() },
    Sessions,
    SessionStarter,
    Usernames,
    {
      provide: SignInAttempts,
      useFactory: (clock: Clock, config: Config) => new SignInAttempts(clock, config.signInAttemptsPerMinute),
      inject: [Clock, CONFIG],
    },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
})
export class AccountModule {}
