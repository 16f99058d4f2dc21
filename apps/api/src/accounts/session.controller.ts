import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Cause } from '#events/deciding/cause';
import { BeforePasswordChange, EVERY_ROLE, Public, Roles } from '../shared/access.decorators.js';
import { RequestCause } from '../shared/request-cause.js';
import type { Saved } from '../shared/saved.js';
import { Me } from '../shared/me.decorator.js';
import type { SignedIn } from '../shared/signed-in.js';
import { accountShown } from './account-shown.js';
import { ChangePassword } from './change-password.handler.js';
import { GetAccount } from './get-account.query.js';
import { ChangePasswordDto, MeDto, SessionDto, SignInDto } from './session.dto.js';
import { SignIn } from './sign-in.handler.js';
import { SignOut } from './sign-out.handler.js';

const NO_CONTENT = 204;

@ApiTags('sessions')
@Controller()
export class SessionController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('sessions')
  @Public()
  @ApiOperation({ summary: 'Sign in' })
  @ApiCreatedResponse({ type: SessionDto })
  signIn(
    @Body() body: SignInDto,
    @Req() { ip }: FastifyRequest,
    @RequestCause() cause: Cause,
  ): Promise<Saved<SessionDto>> {
    return this.commands.execute(new SignIn(body, ip, cause));
  }

  @Delete('sessions/current')
  @Roles(...EVERY_ROLE)
  @BeforePasswordChange()
  @HttpCode(NO_CONTENT)
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse()
  signOut(@Me() { sessionId }: SignedIn, @RequestCause() cause: Cause): Promise<Saved<undefined>> {
    return this.commands.execute(new SignOut(sessionId, cause));
  }

  @Get('me')
  @Roles(...EVERY_ROLE)
  @BeforePasswordChange()
  @ApiOperation({ summary: 'The account that is signed in' })
  @ApiOkResponse({ type: MeDto })
  async me(@Me() { accountId }: SignedIn): Promise<MeDto> {
    const account = await this.queries.execute(new GetAccount(accountId));
    return { ...accountShown(accountId, account), mustChangePassword: account.mustChangePassword };
  }

  @Put('me/password')
  @Roles(...EVERY_ROLE)
  @BeforePasswordChange()
  @ApiOperation({ summary: 'Change the own password: ends all sessions of the account and begins a new one' })
  @ApiOkResponse({ type: SessionDto })
  changePassword(
    @Me() { accountId }: SignedIn,
    @Body() body: ChangePasswordDto,
    @Req() { ip }: FastifyRequest,
    @RequestCause() cause: Cause,
  ): Promise<Saved<SessionDto>> {
    return this.commands.execute(new ChangePassword(accountId, body, ip, cause));
  }
}
