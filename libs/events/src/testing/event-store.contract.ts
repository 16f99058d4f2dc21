import { describe } from '@jest/globals';
import { appendsContract } from './appends.contract.js';
import { livesContract } from './lives.contract.js';
import type { LogUnderTest } from './log-under-test.js';
import { racesContract } from './races.contract.js';
import { readsContract } from './reads.contract.js';
import { subscriptionsContract } from './subscriptions.contract.js';

/** What every adapter keeps. An adapter's spec is a factory and one call of this. */
export function eventStoreContract(name: string, adapter: LogUnderTest): void {
  describe(`${name} keeps the contract of the event store`, () => {
    appendsContract(adapter);
    racesContract(adapter);
    readsContract(adapter);
    subscriptionsContract(adapter);
    livesContract(adapter);
  });
}
