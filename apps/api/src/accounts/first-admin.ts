import { Injectable } from '@nestjs/common';
import { v5 as uuidv5 } from 'uuid';
import type { Cause } from '#events/deciding/cause';
import { Clock } from '#runtime/clock';
import { Installation } from '#runtime/installation';
import { OpenAccount, OpenAccountHandler } from './open-account.handler.js';

const USERNAME = 'admin';

export interface FirstAdminMade {
  readonly username: string;
  readonly oneTimePassword: string;
}

/**
 * The account with which everything begins. Its command id follows from the installation, so that of all starts and
 * processes one makes it and knows its password.
 */
@Injectable()
export class FirstAdmin {
  constructor(
    private readonly installation: Installation,
    private readonly clock: Clock,
    private readonly accounts: OpenAccountHandler,
  ) {}

  async makeOnce(): Promise<FirstAdminMade | undefined> {
    const data = { username: USERNAME, displayName: 'Administrator', role: 'admin' } as const;
    const { body } = await this.accounts.execute(new OpenAccount(data, this.cause()));
    return body.oneTimePassword === undefined
      ? undefined
      : { username: USERNAME, oneTimePassword: body.oneTimePassword };
  }

  private cause(): Cause {
    const commandId = uuidv5('first-admin', this.installation.storeId);
    const by = { actor: 'service:start', actorRole: 'service' };
    return { commandId, correlationId: commandId, causationId: commandId, occurredAt: this.clock.now(), ...by };
  }
}
