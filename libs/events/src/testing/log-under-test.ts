import { afterEach, beforeEach } from '@jest/globals';
import type { EventStore } from '../store/event-store.js';
import type { Position } from '../store/recorded-event.js';

export interface OpenedLog {
  readonly store: EventStore;
  /** Opens the same log once more, after `store` was closed or beside it. */
  readonly reopen: () => Promise<EventStore>;
  readonly dispose: () => Promise<void>;
}

/** What an adapter's spec gives to the contract. A capability is declared as missing, no case is skipped. */
export interface LogUnderTest {
  /** A fresh, empty log; where positions can be chosen, its first event stands after `startAfter`. */
  readonly open: (startAfter?: Position) => Promise<OpenedLog>;
  /** A closed log can be opened again and holds what it held. */
  readonly isDurable: boolean;
  /** `open` heeds `startAfter`. */
  readonly startsAnywhere: boolean;
}

/** One fresh log for every test, disposed of after it. */
export function freshLog(adapter: LogUnderTest): { readonly store: EventStore; readonly log: OpenedLog } {
  let opened: OpenedLog | undefined;
  const current = (): OpenedLog => {
    if (!opened) throw new Error('the log is open in tests only');
    return opened;
  };
  beforeEach(async () => {
    opened = await adapter.open();
  });
  afterEach(async () => {
    await opened?.dispose();
    opened = undefined;
  });
  return {
    get store() {
      return current().store;
    },
    get log() {
      return current();
    },
  };
}
