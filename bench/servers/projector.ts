import { randomUUID } from 'node:crypto';
import { openEventStoreDb } from '#events/eventstoredb/open-server-log';
import { MongodbProjectionStore } from '#read-models/mongodb/mongodb-projection-store';
import { RUNNER_DEFAULTS } from '#read-models/runner/runner-options';
import { perSecond } from '../harness/rounds.js';
import { projectOver } from '../harness/views.js';
import { writeCalls } from '../seed/call-log.js';
import { card } from '../seed/cards.js';
import { SEEDED_AT } from '../seed/names.js';
import { fillLog } from '../seed/seed-log.js';
import { databaseOf } from './database-of.js';
import { RawClient } from './raw-client.js';
import type { ServerRow } from './row.js';

/** Four events for a card and its company, five for a call. */
const CARDS = 4_000;
const CALLS = 4_000;
const EVENTS_PER_CALL = 5;
const DUE = '2025-08-04T11:05:00.000Z';

const calls = Array.from({ length: CALLS }, (_, index) => ({
  card: index,
  caller: index % 200,
  earlierCalls: 0,
  at: SEEDED_AT,
  due: DUE,
}));

/** Calls are added to the log and followed in commits as short as they are live. */
async function follow(logUrl: string, viewsUrl: string): Promise<number> {
  const log = await openEventStoreDb(logUrl, { namespace: randomUUID().replaceAll('-', '') });
  const store = new MongodbProjectionStore(databaseOf(viewsUrl));
  try {
    await fillLog(log, { cards: CARDS, callers: 200, card });
    await projectOver({ log, store });
    await writeCalls(log, calls);
    const seconds = await projectOver({ log, store }, { pageEvents: RUNNER_DEFAULTS.batchEvents });
    return (CALLS * EVENTS_PER_CALL) / seconds;
  } finally {
    await store.close();
    await log.close();
  }
}

async function read(logUrl: string): Promise<number> {
  const client = new RawClient(logUrl);
  try {
    const events = await client.readAll();
    return await perSecond(events, async () => {
      await client.readAll();
    });
  } finally {
    await client.close();
  }
}

export const projector: ServerRow = {
  name: 'projector',
  async measure({ log, views }) {
    const followed = await follow(log, views);
    const limit = await read(log);
    return [
      {
        what: `projector from EventStoreDB into MongoDB, live, commits of ${RUNNER_DEFAULTS.batchEvents} events`,
        figure: { amount: followed, unit: 'events/s' },
        reach: {
          kind: 'ratio',
          limit: { amount: limit, unit: 'events/s' },
          limitIs: 'reading the log with the raw client',
          atLeast: 0.3,
        },
      },
    ];
  },
};
