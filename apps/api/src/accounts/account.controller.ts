import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Cause } from '#events/deciding/cause';
import { Roles } from '../shared/access.decorators.js';
import { Id } from '../shared/id.pipe.js';
import { RequestCause } from '../shared/request-cause.js';
import type { Saved } from '../shared/saved.js';
import {
  AccountDto,
  AccountMadeDto,
  ChangeRoleDto,
  DeactivateDto,
  OneTimePasswordDto,
  OpenAccountDto,
} from './account.dto.js';
import { accountShown } from './account-shown.js';
import { ChangeRole } from './change-role.handler.js';
import { Deactivate } from './deactivate.handler.js';
import { GetAccount } from './get-account.query.js';
import { ListAccounts } from './list-accounts.query.js';
import { OpenAccount } from './open-account.handler.js';
import { Reactivate } from './reactivate.handler.js';
import { ResetPassword } from './reset-password.handler.js';

const NO_CONTENT = 204;

@ApiTags('accounts')
@Controller('accounts')
export class AccountController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Roles('lead', 'admin', 'auditor')
  @ApiOperation({ summary: 'All accounts' })
  @ApiOkResponse({ type: [AccountDto] })
  list(): Promise<readonly AccountDto[]> {
    return this.queries.execute(new ListAccounts());
  }

  @Get(':accountId')
  @Roles('lead', 'admin', 'auditor')
  @ApiOperation({ summary: 'One account' })
  @ApiOkResponse({ type: AccountDto })
  async get(@Id('accountId') accountId: string): Promise<AccountDto> {
    return accountShown(accountId, await this.queries.execute(new GetAccount(accountId)));
  }

  @Post()
  @Roles('admin')
  @ApiOperation({ summary: 'Open an account; its one-time password is told once' })
  @ApiCreatedResponse({ type: AccountMadeDto })
  open(@Body() body: OpenAccountDto, @RequestCause() cause: Cause): Promise<Saved<AccountMadeDto>> {
    return this.commands.execute(new OpenAccount(body, cause));
  }

  @Put(':accountId/role')
  @Roles('admin')
  @HttpCode(NO_CONTENT)
  @ApiOperation({ summary: "Change another's role, from their next request on" })
  @ApiNoContentResponse()
  changeRole(
    @Id('accountId') accountId: string,
    @Body() { role }: ChangeRoleDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<undefined>> {
    return this.commands.execute(new ChangeRole(accountId, role, cause));
  }

  @Post(':accountId/password')
  @Roles('admin')
  @ApiOperation({ summary: 'Give a new one-time password, told once; ends the sessions of the account' })
  @ApiCreatedResponse({ type: OneTimePasswordDto })
  resetPassword(@Id('accountId') accountId: string, @RequestCause() cause: Cause): Promise<Saved<OneTimePasswordDto>> {
    return this.commands.execute(new ResetPassword(accountId, cause));
  }

  @Post(':accountId/deactivation')
  @Roles('lead', 'admin')
  @HttpCode(NO_CONTENT)
  @ApiOperation({ summary: 'R24: deactivate; the sessions end, the receiver gets the locks and callbacks' })
  @ApiNoContentResponse()
  deactivate(
    @Id('accountId') accountId: string,
    @Body() body: DeactivateDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<undefined>> {
    return this.commands.execute(new Deactivate(accountId, body, cause));
  }

  @Post(':accountId/reactivation')
  @Roles('admin')
  @HttpCode(NO_CONTENT)
  @ApiOperation({ summary: 'Let an account sign in again' })
  @ApiNoContentResponse()
  reactivate(@Id('accountId') accountId: string, @RequestCause() cause: Cause): Promise<Saved<undefined>> {
    return this.commands.execute(new Reactivate(accountId, cause));
  }
}
