import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventStore, SubscribeOptions } from '../store/event-store.js';
import type { Position } from '../store/recorded-event.js';
import { textsOf } from './new-notes.js';

/** A reader in the background: what it has got, where it is, how it ended. */
export class Reader {
  readonly texts: string[] = [];
  position: Position = 0n;
  error: unknown;
  private readonly aborting = new AbortController();
  private readonly reading: Promise<void>;

  constructor(
    private readonly store: EventStore,
    options: Partial<SubscribeOptions> = {},
  ) {
    this.reading = this.read(options).catch((error: unknown) => {
      this.error = error;
    });
  }

  async stop(): Promise<void> {
    this.aborting.abort();
    await this.reading;
  }

  private async read(options: Partial<SubscribeOptions>): Promise<void> {
    const { signal } = this.aborting;
    for await (const { events, position } of this.store.subscribe({ after: 'start', signal, ...options })) {
      this.texts.push(...textsOf(events));
      this.position = position;
    }
  }
}

/** Lets things happen until they have; meanwhile somebody may move the clock. */
export async function until(hasHappened: () => boolean, meanwhile = (): void => undefined): Promise<void> {
  while (!hasHappened()) {
    meanwhile();
    await nextTurn();
  }
}
