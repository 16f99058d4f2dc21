import { EventStore, type LogBatch, type SubscribeOptions } from '#events/store/event-store';
import type { ReadAllOptions, ReadStreamOptions } from '#events/store/event-store';
import type { Position, Recorded } from '#events/store/recorded-event';
import { aborted } from '../runner/supervised.js';

/** `twice`: every batch of the subscription is delivered twice. */
export type Fault = 'ends' | 'fails' | 'hangs' | 'twice' | 'none';

/** A log whose first subscriptions misbehave after their first batch, one after the other, as real ones do. */
export class FaultyLog extends EventStore {
  subscriptions = 0;
  /** What was read in pages, so that reading in vain is seen. */
  eventsRead = 0;

  constructor(
    private readonly log: EventStore,
    private readonly faults: readonly Fault[],
  ) {
    super();
  }

  override async *subscribe(options: SubscribeOptions): AsyncGenerator<LogBatch, void> {
    const fault = this.faults[this.subscriptions++] ?? 'none';
    for await (const batch of this.log.subscribe(options)) {
      yield batch;
      if (fault === 'twice') yield batch;
      if (fault === 'ends') return;
      if (fault === 'fails') throw new Error('the connection was lost');
      if (fault === 'hangs') await aborted(new AbortController().signal);
    }
  }

  override append(...args: Parameters<EventStore['append']>): ReturnType<EventStore['append']> {
    return this.log.append(...args);
  }

  override readStream(streamId: string, options?: ReadStreamOptions): Promise<readonly Recorded[]> {
    return this.log.readStream(streamId, options);
  }

  override async readAll(options: ReadAllOptions): Promise<readonly Recorded[]> {
    const events = await this.log.readAll(options);
    this.eventsRead += events.length;
    return events;
  }

  override head(): Promise<Position> {
    return this.log.head();
  }

  override close(): Promise<void> {
    return this.log.close();
  }
}
