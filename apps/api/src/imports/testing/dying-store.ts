import { EventStore, type Appended, type ExpectedRevision, type LogBatch } from '#events/store/event-store';
import type { ReadAllOptions, ReadStreamOptions, SubscribeOptions } from '#events/store/event-store';
import { StoreUnavailable } from '#events/store/event-store.errors';
import type { NewEvent, Position, Recorded } from '#events/store/recorded-event';

/** A log whose process is killed: what was appended before stays, nothing is appended after. */
export class DyingStore extends EventStore {
  constructor(
    private readonly store: EventStore,
    private appendsLeft: number,
  ) {
    super();
  }

  override async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    if (this.appendsLeft-- <= 0) throw new StoreUnavailable('closed', 'the process was killed');
    return this.store.append(stream, events, expected);
  }

  override readStream(streamId: string, options?: ReadStreamOptions): Promise<readonly Recorded[]> {
    return this.store.readStream(streamId, options);
  }

  override readAll(options: ReadAllOptions): Promise<readonly Recorded[]> {
    return this.store.readAll(options);
  }

  override subscribe(options: SubscribeOptions): AsyncIterable<LogBatch> {
    return this.store.subscribe(options);
  }

  override head(): Promise<Position> {
    return this.store.head();
  }

  override close(): Promise<void> {
    return this.store.close();
  }
}
