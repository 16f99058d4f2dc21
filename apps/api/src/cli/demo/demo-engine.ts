import { setImmediate as nextTurn } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { CommandBus, type Command } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import type { Instant, Role } from '#events/contracts/index';
import type { Cause } from '#events/deciding/cause';
import { ControlledClock } from '#runtime/clock';
import type { Config } from '#runtime/config';
import { createLogger } from '#runtime/logger';
import { openProjectionStore } from '#stores/open-views';
import { ApiModule, openParts } from '../../api.module.js';
import type { Parts } from '../../shared/parts.module.js';
import type { Saved } from '../../shared/saved.js';
import { CommandRefused, EXIT } from '../exit-codes.js';
import { project } from '../project.js';

const PATIENCE_MS = 30_000;

export interface Actor {
  readonly accountId: string;
  readonly role: Role;
}

/** API and projector in this process, over the real files, with a clock that the demo moves. */
export class DemoEngine {
  private constructor(
    private readonly app: Awaited<ReturnType<typeof NestFactory.createApplicationContext>>,
    readonly parts: Parts,
    private readonly clock: ControlledClock,
    private readonly stopProjector: () => Promise<void>,
  ) {}

  static async open(config: Config, startsAt: Instant): Promise<DemoEngine> {
    const logger = createLogger('demo', { logLevel: 'error' });
    const clock = new ControlledClock(startsAt);
    const parts = { ...(await openParts(config, logger)), clock };
    const { store: log } = parts;
    const stopProjector = project({ log, store: await openProjectionStore(config), logger });
    const app = await NestFactory.createApplicationContext(ApiModule.of(parts), { logger: false });
    return new DemoEngine(app, parts, clock, stopProjector);
  }

  get now(): Instant {
    return this.clock.now();
  }

  /** Time only goes forward. */
  moveTo(instant: Instant): void {
    if (instant > this.clock.now()) this.clock.moveTo(instant);
  }

  causeOf({ accountId: actor, role: actorRole }: Actor): Cause {
    const commandId = uuidv7();
    const ids = { commandId, correlationId: commandId, causationId: commandId };
    return { ...ids, actor, actorRole, client: 'demo', occurredAt: this.now };
  }

  async command<T>(actor: Actor, make: (cause: Cause) => Command<Saved<T>>): Promise<T> {
    const { body } = await this.app.get(CommandBus).execute(make(this.causeOf(actor)));
    return body;
  }

  get<T>(token: new (...args: never[]) => T): T {
    return this.app.get(token);
  }

  /** Waits until the views show all that was saved. */
  async caughtUp(): Promise<void> {
    await nextTurn();
    const head = await this.parts.store.head();
    if (!(await this.parts.views.waitUntil(head, PATIENCE_MS)))
      throw new CommandRefused('the read models do not follow the log', EXIT.failed);
  }

  async close(): Promise<void> {
    await this.stopProjector();
    await this.app.close();
  }
}
