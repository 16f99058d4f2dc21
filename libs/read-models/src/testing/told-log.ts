import { SqliteEventStore, type SqliteOptions } from '#events/sqlite/sqlite-event-store';
import type { LogBatch, ReadAllOptions, SubscribeOptions } from '#events/store/event-store';
import type { Position, Recorded } from '#events/store/recorded-event';

/** A log that tells how far it has been read: then there is something to be committed. */
export class ToldLog extends SqliteEventStore {
  constructor(
    options: SqliteOptions,
    private readonly tell: (position: Position) => void,
  ) {
    super(options);
  }

  override async readAll(options: ReadAllOptions): Promise<readonly Recorded[]> {
    const events = await super.readAll(options);
    const last = events.at(-1);
    if (last) this.tell(last.position);
    return events;
  }

  override async *subscribe(options: SubscribeOptions): AsyncGenerator<LogBatch, void> {
    for await (const batch of super.subscribe(options)) {
      this.tell(batch.position);
      yield batch;
    }
  }
}
