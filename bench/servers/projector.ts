import { randomUUID } from 'node:crypto';
import { openEventStoreDb } from '#events/eventstoredb/open-server-log';
import { MongodbProjectionStore } from '#read-models/mongodb/mongodb-projection-store';
import { RUNNER_DEFAULTS } from '#read-models/runner/runner-options';
import { countedPerSecond, interleaved } from '../harness/rounds.js';
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
const EVENTS_PER_CALL = 5;
const ROUNDS = 4;
const DUE = '2025-08-04T11:05:00.000Z';

/** One on each card. */
const callsAfter = (earlierCalls: number) =>
  Array.from({ length: CARDS }, (_, card) => ({ card, caller: card % 200, earlierCalls, at: SEEDED_AT, due: DUE }));

interface Followed {
  /** Calls are added to the log, then followed in commits as long as those of a busy hour; events a second. */
  round(): Promise<number>;
  stop(): Promise<void>;
}

async function following(logUrl: string, viewsUrl: string): Promise<Followed> {
  const log = await openEventStoreDb(logUrl, { namespace: randomUUID().replaceAll('-', '') });
  const store = new MongodbProjectionStore(databaseOf(viewsUrl));
  await fillLog(log, { cards: CARDS, callers: 200, card });
  await projectOver({ log, store });
  let earlierCalls = 0;
  return {
    async round() {
      await writeCalls(log, callsAfter(earlierCalls));
      earlierCalls += 1;
      const seconds = await projectOver({ log, store }, { commitEvents: RUNNER_DEFAULTS.batchEvents });
      return (CARDS * EVENTS_PER_CALL) / seconds;
    },
    async stop() {
      await store.close();
      await log.close();
    },
  };
}

export const projector: ServerRow = {
  name: 'projector',
  async measure({ log, views }) {
    const followed = await following(log, views);
    const client = new RawClient(log);
    try {
      const rates = await interleaved(ROUNDS, {
        followed: () => followed.round(),
        read: () => countedPerSecond(() => client.readAll()),
      });
      return [
        {
          what: `projector from EventStoreDB into MongoDB, live, commits of ${RUNNER_DEFAULTS.batchEvents} events`,
          figure: { amount: rates.followed, unit: 'events/s' },
          reach: {
            kind: 'ratio',
            limit: { amount: rates.read, unit: 'events/s' },
            limitIs: 'reading the log with the raw client',
            atLeast: 0.3,
          },
        },
      ];
    } finally {
      await followed.stop();
      await client.close();
    }
  },
};
