import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Cause } from '#events/deciding/cause';
import { Metrics } from '../operations/metrics.js';
import type { Saved } from '../shared/saved.js';
import { SignInRefused } from './access.errors.js';
import { Credentials } from './credentials.js';
import type { SessionDto, SignInDto } from './session.dto.js';
import { SessionStarter } from './session-starter.js';

export class SignIn extends Command<Saved<SessionDto>> {
  constructor(
    readonly data: SignInDto,
    readonly address: string,
    readonly cause: Cause,
  ) {
    super();
  }
}

@CommandHandler(SignIn)
export class SignInHandler implements ICommandHandler<SignIn> {
  constructor(
    private readonly credentials: Credentials,
    private readonly sessions: SessionStarter,
    private readonly metrics: Metrics,
  ) {}

  async execute({ data: { username, password }, address, cause }: SignIn): Promise<Saved<SessionDto>> {
    const user = await this.credentials.check(username, password, address);
    if (!user) {
      this.metrics.signInsRefused.inc();
      throw new SignInRefused();
    }
    return this.sessions.start(user.accountId, user.account, cause);
  }
}
