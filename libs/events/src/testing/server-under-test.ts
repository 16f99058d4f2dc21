import { afterEach, beforeEach } from '@jest/globals';
import { eventStoreProtocol } from '../../../../test/eventstoredb-protocol/eventstore-protocol.js';
import { ProtocolServer } from '../../../../test/eventstoredb-protocol/protocol-server.js';
import type { EventStoreDbEventStore } from '../eventstoredb/event-store-db-event-store.js';
import { openEventStoreDb } from '../eventstoredb/open-server-log.js';
import type { ServerSettings } from '../eventstoredb/server-settings.js';
import { HandTimers } from './hand-timers.js';

/** So long that only a test which moves the clock comes to its end. */
const PATIENCE_MS = 1_000_000;
const LOOK_EVERY_MS = 1000;

export class ServerUnderTest {
  readonly server = new ProtocolServer(eventStoreProtocol);
  readonly timers = new HandTimers();
  readonly reports: string[] = [];
  private readonly stores: EventStoreDbEventStore[] = [];

  async opened(settings: Partial<ServerSettings> = {}): Promise<EventStoreDbEventStore> {
    const store = await openEventStoreDb(this.server.url, {
      timers: this.timers,
      patienceMs: PATIENCE_MS,
      lookEveryMs: LOOK_EVERY_MS,
      report: (_, message) => this.reports.push(message),
      ...settings,
    });
    this.stores.push(store);
    return store;
  }

  losePatience(): void {
    this.timers.elapse(PATIENCE_MS);
  }

  letItLook(): void {
    this.timers.elapse(LOOK_EVERY_MS);
  }

  async end(): Promise<void> {
    for (const store of this.stores) await store.close();
    this.server.stop();
  }
}

/** A double and a store on it for every test. */
export function serverUnderTest(settings: Partial<ServerSettings> = {}) {
  const current: { test?: ServerUnderTest; store?: EventStoreDbEventStore } = {};
  beforeEach(async () => {
    current.test = new ServerUnderTest();
    await current.test.server.start();
    current.store = await current.test.opened(settings);
  });
  afterEach(() => current.test?.end());
  return {
    get test(): ServerUnderTest {
      if (!current.test) throw new Error('there is a server in tests only');
      return current.test;
    },
    get store(): EventStoreDbEventStore {
      if (!current.store) throw new Error('there is a store in tests only');
      return current.store;
    },
  };
}
