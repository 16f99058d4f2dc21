import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { describeWithServer } from '../../../../test/eventstoredb-protocol/real-servers.js';
import { eventStoreContract } from '../testing/event-store.contract.js';
import { openEventStoreDb } from './open-server-log.js';

jest.setTimeout(60_000);

describeWithServer('a real EventStoreDB server', 'EVENTSTORE_TEST_URL', (url) => {
  eventStoreContract('EventStoreDbEventStore', {
    isDurable: true,
    startsAnywhere: false,
    // A server cannot be emptied: every test has a log of its own under its own name.
    open: async () => {
      const namespace = `t${randomUUID().replaceAll('-', '')}`;
      const store = await openEventStoreDb(url, { namespace });
      return { store, reopen: () => openEventStoreDb(url, { namespace }), dispose: () => store.close() };
    },
  });
});
