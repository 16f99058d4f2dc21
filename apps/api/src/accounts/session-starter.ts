import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { OpenedAccount } from '#domain/account/account';
import { sessionDecider } from '#domain/session/session.decider';
import { plus } from '#domain/shared/instant';
import { sessionStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import type { Config } from '#runtime/config';
import { saved, type Saved } from '../shared/saved.js';
import { InjectConfig } from '../shared/tokens.js';
import { accountShown } from './account-shown.js';
import type { SessionDto } from './session.dto.js';
import { hashOfSecret, newSecret, textOf } from './session-token.js';

/** A new session each time: a token is told once, so that a repeat could not tell it again. */
@Injectable()
export class SessionStarter {
  constructor(
    private readonly decisions: DecisionRunner,
    @InjectConfig() private readonly config: Config,
  ) {}

  async start(
    accountId: string,
    account: OpenedAccount,
    { occurredAt: now, ...cause }: Cause,
  ): Promise<Saved<SessionDto>> {
    const [sessionId, secret] = [uuidv7(), newSecret()];
    const expiresAt = plus(now, { hours: this.config.sessionHours });
    const by = { commandId: sessionId, causationId: sessionId, actor: accountId, actorRole: account.role };
    const data = { accountId, secretHash: hashOfSecret(secret), expiresAt, now };
    const decided = await this.decisions.run(
      sessionDecider,
      sessionStream(sessionId),
      { type: 'StartSession', data },
      { ...cause, ...by, occurredAt: now },
    );
    const { mustChangePassword } = account;
    const token = textOf({ sessionId, secret });
    return saved({ token, expiresAt, mustChangePassword, account: accountShown(accountId, account) }, decided);
  }
}
