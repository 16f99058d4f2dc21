import { readStoreContract } from '../testing/read-store.contract.js';
import { InMemoryProjectionStore } from './in-memory-projection-store.js';
import { InMemoryReadStore } from './in-memory-read-store.js';
import { InMemoryViews } from './in-memory-views.js';

readStoreContract('memory', () => {
  let now = 0;
  const nowMs = (): number => now;
  const views = new InMemoryViews({ nowMs });
  const reader = new InMemoryReadStore(views);
  const writer = new InMemoryProjectionStore(views);
  const rival = new InMemoryProjectionStore(views);
  return Promise.resolve({ reader, writer, rival, moveClock: (ms) => (now += ms), close: () => reader.close() });
});
