import { randomUUID } from 'node:crypto';
import { openEventStoreDb } from '#events/eventstoredb/open-server-log';
import type { EventStore } from '#events/store/event-store';
import { eventStoreProtocol } from './eventstore-protocol.js';
import { ProtocolServer } from './protocol-server.js';

export interface ServerLog {
  readonly log: EventStore;
  /** After the log has been closed. */
  stop(): void;
}

/** An empty log: one of its own on the server that EVENTSTORE_TEST_URL names, or on a double where it names none. */
export async function openServerLog(): Promise<ServerLog> {
  const { EVENTSTORE_TEST_URL: given } = process.env;
  if (given !== undefined) {
    const namespace = randomUUID().replaceAll('-', '');
    return { log: await openEventStoreDb(given, { namespace }), stop: () => undefined };
  }
  const server = await new ProtocolServer(eventStoreProtocol).start();
  return { log: await openEventStoreDb(server.url), stop: () => server.stop() };
}
