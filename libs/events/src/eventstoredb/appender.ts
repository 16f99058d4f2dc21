import { randomUUID } from 'node:crypto';
import type { Appended } from '../store/event-store.js';
import { AppendAnswers } from './append-answers.js';
import { AppendCall } from './append-call.js';
import { AppendRequests, type Append } from './append-requests.js';
import type { Connection } from './connection.js';
import type { Driver } from './driver.js';
import { named, tooLate } from './server-errors.js';
import type { StreamNames } from './stream-names.js';
import type { Timers } from './timers.js';

export interface AppenderOptions {
  readonly driver: Driver;
  readonly connection: Connection;
  readonly names: StreamNames;
  readonly timers: Timers;
  readonly patienceMs: number;
}

/** Sends appends over one shared call, and opens another when that has ended. */
export class Appender {
  private readonly requests: AppendRequests;
  private readonly answers: AppendAnswers;
  private call: Promise<AppendCall> | undefined;

  constructor(private readonly options: AppenderOptions) {
    this.requests = new AppendRequests(options.driver, options.names);
    this.answers = new AppendAnswers(options.driver);
  }

  /** @throws RevisionConflict, EventTooLarge, StoreUnavailable: nothing was stored. AppendUnanswered: who knows. */
  async append(append: Append): Promise<Appended> {
    const { timers, patienceMs } = this.options;
    const id = randomUUID();
    const request = this.requests.append(append, id);
    const call = await this.open();
    return new Promise((resolve, reject) => {
      const stop = timers.after(patienceMs, () => call.giveUp(id, tooLate(patienceMs)));
      const ending =
        <T>(settle: (outcome: T) => void) =>
        (outcome: T): void => {
          stop();
          settle(outcome);
        };
      call.send(id, request, { append, resolve: ending(resolve), reject: ending(reject) });
    });
  }

  async close(): Promise<void> {
    const call = await this.call?.catch(() => undefined);
    call?.end();
  }

  /** All who find the call over wait for the same next one. */
  private async open(): Promise<AppendCall> {
    for (;;) {
      const opening = (this.call ??= this.begun());
      const call = await opening.catch((error: unknown) => {
        this.forget(opening);
        throw error;
      });
      if (!call.isOver) return call;
      this.forget(opening);
    }
  }

  private forget(call: Promise<AppendCall>): void {
    if (this.call === call) this.call = undefined;
  }

  private async begun(): Promise<AppendCall> {
    try {
      return new AppendCall(await this.options.connection.batchAppend(), this.answers);
    } catch (error) {
      throw named(error);
    }
  }
}
