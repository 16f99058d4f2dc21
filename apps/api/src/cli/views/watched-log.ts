import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReadAllOptions } from '#events/store/event-store';
import type { Position, Recorded } from '#events/store/recorded-event';
import { SqliteEventStore } from '#events/sqlite/sqlite-event-store';

/** A log that is read only and tells how far it has been read, page by page. */
export class WatchedLog extends SqliteEventStore {
  constructor(
    file: string,
    private readonly onRead: (position: Position) => void,
  ) {
    super({ file, readOnly: true });
  }

  /** Gives signals and the progress bar their turn between two pages. */
  override async readAll(options: ReadAllOptions): Promise<readonly Recorded[]> {
    await nextTurn();
    this.onRead(options.beyond ?? 0n);
    return super.readAll(options);
  }
}
