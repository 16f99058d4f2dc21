import { eventStoreContract } from '../testing/event-store.contract.js';
import { InMemoryEventStore } from './in-memory-event-store.js';

eventStoreContract('InMemoryEventStore', {
  isDurable: false,
  startsAnywhere: true,
  open: (startAfter) => {
    const store = new InMemoryEventStore({ startAfter });
    return Promise.resolve({ store, reopen: () => Promise.resolve(store), dispose: () => store.close() });
  },
});
