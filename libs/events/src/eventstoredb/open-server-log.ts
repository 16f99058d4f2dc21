import type { EventCodec } from '../versioning/event-codec.js';
import { aterkomCodec } from '../versioning/aterkom-codec.js';
import { Connection } from './connection.js';
import type { Driver } from './driver.js';
import { EventStoreDbEventStore } from './event-store-db-event-store.js';
import { onlyClient } from './one-client.js';
import type { Patience } from './patience.js';
import { usualSettings, type ServerSettings } from './server-settings.js';
import { connectionString, ServerUrlRefused, type ServerCredentials } from './server-url.js';
import { StreamNames } from './stream-names.js';

export interface ServerLogOptions extends Partial<ServerSettings> {
  readonly codec?: EventCodec;
  /** Lower-case letters and digits, where other logs stand on the same server. */
  readonly namespace?: string;
  /** Instead of those in the address. */
  readonly credentials?: ServerCredentials;
}

/**
 * The log on an EventStoreDB server, at `esdb://` or `esdb+discover://`, proven fit for use.
 * @throws ServerUrlRefused, ServerUnfit, StoreUnavailable, TwoClientsInOneProcess
 */
export async function openEventStoreDb(url: string, options: ServerLogOptions = {}): Promise<EventStoreDbEventStore> {
  const address = connectionString(url, ['esdb', 'esdb+discover'], options.credentials);
  onlyClient('db-client');
  const { dbClient } = await import('./db-client.js');
  return opened(dbClient, address, options);
}

/**
 * The same on a KurrentDB server, at `kurrentdb://` or `kurrentdb+discover://`; never in one process with the other.
 * @throws ServerUrlRefused, ServerUnfit, StoreUnavailable, TwoClientsInOneProcess
 */
export async function openKurrentDb(url: string, options: ServerLogOptions = {}): Promise<EventStoreDbEventStore> {
  const address = connectionString(url, ['kurrentdb', 'kurrentdb+discover'], options.credentials);
  onlyClient('kurrentdb-client');
  const { kurrentClient } = await import('./kurrent-client.js');
  return opened(kurrentClient, address, options);
}

async function opened(
  driver: Driver,
  address: string,
  { codec = aterkomCodec, namespace, credentials: _, ...given }: ServerLogOptions,
): Promise<EventStoreDbEventStore> {
  const names = new StreamNames(namespace);
  const settings = { ...usualSettings, ...given };
  const connection = connected(driver, address, settings);
  const store = new EventStoreDbEventStore({ driver, connection, codec, names, settings });
  try {
    await store.prove();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The client's own complaint quotes the address. */
function connected(driver: Driver, address: string, patience: Patience): Connection {
  try {
    return new Connection(driver, address, patience);
  } catch {
    throw new ServerUrlRefused('the client does not understand it');
  }
}
