import type { EventStore } from '#events/store/event-store';
import type { EventCodec } from '#events/versioning/event-codec';
import type { Config } from '#runtime/config';
import { credentialsIn } from './credentials.js';
import { eventsFileOf } from './data-files.js';

export interface LogAccess {
  /** Beside an engine that writes. A log on a server is shared anyway. */
  readonly readOnly?: boolean;
  /** Another than the usual one, which takes old events to their newest version. */
  readonly codec?: EventCodec;
  /** Told how a server is doing; shaped like a logger's `info`. */
  readonly report?: (facts: Readonly<Record<string, unknown>>, message: string) => void;
}

/** The log that the configuration names. A driver is loaded only where it is used. */
export async function openLog(config: Config, access: LogAccess = {}): Promise<EventStore> {
  if (config.eventStoreUrl !== undefined) return openOnServer(config.eventStoreUrl, config, access);
  const { SqliteEventStore } = await import('#events/sqlite/sqlite-event-store');
  const { readOnly = false, codec } = access;
  return new SqliteEventStore({ file: eventsFileOf(config), readOnly, ...(codec && { codec }) });
}

async function openOnServer(url: string, config: Config, { report, codec }: LogAccess): Promise<EventStore> {
  const { openEventStoreDb, openKurrentDb } = await import('#events/eventstoredb/open-server-log');
  const open = url.startsWith('kurrentdb') ? openKurrentDb : openEventStoreDb;
  const credentials = await credentialsIn(config.eventStoreCredentialsFile);
  const namespace = config.eventStoreNamespace;
  const named = namespace === undefined ? {} : { namespace };
  return open(url, {
    ...named,
    ...(credentials && { credentials }),
    ...(report && { report }),
    ...(codec && { codec }),
  });
}
