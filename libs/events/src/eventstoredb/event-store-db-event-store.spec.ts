import { jest } from '@jest/globals';
import { eventStoreProtocol } from '../../../../test/eventstoredb-protocol/eventstore-protocol.js';
import { ProtocolServer } from '../../../../test/eventstoredb-protocol/protocol-server.js';
import { eventStoreContract } from '../testing/event-store.contract.js';
import { openEventStoreDb } from './open-server-log.js';

// Fifty writers who each try until they win take some thousand calls over the network.
jest.setTimeout(60_000);

eventStoreContract('EventStoreDbEventStore, on the double of a server,', {
  isDurable: true,
  // Positions are the server's own to give.
  startsAnywhere: false,
  open: async () => {
    const server = await new ProtocolServer(eventStoreProtocol).start();
    const store = await openEventStoreDb(server.url);
    return {
      store,
      reopen: () => openEventStoreDb(server.url),
      dispose: async () => {
        await store.close();
        server.stop();
      },
    };
  },
});
