import type { EventStore } from '#events/store/event-store';
import type { Config } from '#runtime/config';
import { eventsFileOf } from './data-files.js';

export interface LogAccess {
  /** Beside an engine that writes. */
  readonly readOnly?: boolean;
}

/** The log that the configuration names. A driver is loaded only where it is used. */
export async function openLog(config: Config, { readOnly = false }: LogAccess = {}): Promise<EventStore> {
  const { SqliteEventStore } = await import('#events/sqlite/sqlite-event-store');
  return new SqliteEventStore({ file: eventsFileOf(config), readOnly });
}
