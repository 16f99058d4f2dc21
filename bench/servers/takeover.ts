import { setTimeout as sleep } from 'node:timers/promises';
import { openEventStoreDb } from '#events/eventstoredb/open-server-log';
import type { EventStore } from '#events/store/event-store';
import { MongodbReadStore } from '#read-models/mongodb/mongodb-read-store';
import { MongodbShownRows } from '#read-models/mongodb/mongodb-shown-rows';
import { projections } from '#read-models/projections';
import { verifyViews } from '#read-models/verifying/verify-views';
import { secondsSinceBeat } from '#runtime/heartbeat';
import { openInstallation } from '#runtime/installation';
import type { Child } from '../../replay/engine/child-process.js';
import { shownUpTo } from '../harness/shown.js';
import { card } from '../seed/cards.js';
import { HASH, SEEDED_AT } from '../seed/names.js';
import { appendAll } from '../seed/seed-log.js';
import { startProjector } from '../server/start-product.js';
import { databaseOf } from './database-of.js';
import type { ServerRow } from './row.js';

const ROUNDS = 5;
const LOOK_AGAIN_MS = 50;
const CARDS_A_ROUND = 500;
/** Cards that no other row writes. */
const FIRST_CARD = 1_000_000;

export class ViewsDiffer extends Error {
  override readonly name = 'ViewsDiffer';
}

async function appendCards(log: EventStore, round: number): Promise<bigint> {
  const first = FIRST_CARD + round * CARDS_A_ROUND;
  await appendAll(log, Array.from({ length: CARDS_A_ROUND }, (_, index) => first + index).flatMap(card));
  return log.head();
}

interface Measured {
  readonly log: EventStore;
  readonly reader: MongodbReadStore;
  readonly start: () => Promise<Child<true>>;
}

/** From kill -9 in the middle of its work until the one that waited has shown everything, in seconds; the longest of the rounds. */
async function longestTakeover({ log, reader, start }: Measured): Promise<number> {
  let active = await start();
  await shownUpTo(reader, await appendCards(log, 0));
  let waiting = await start();
  const seconds: number[] = [];
  try {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const head = await appendCards(log, round);
      const began = performance.now();
      await active.kill();
      await shownUpTo(reader, head);
      seconds.push((performance.now() - began) / 1000);
      active = waiting;
      waiting = await start();
    }
  } finally {
    await Promise.all([active.kill(), waiting.kill()]);
  }
  return Math.max(...seconds);
}

/** It has been answered about the lease: one that waits is ready to take over. */
async function beating(folder: string): Promise<void> {
  while ((await secondsSinceBeat({ dataDir: folder }, Date.now())) === undefined) await sleep(LOOK_AGAIN_MS);
}

/** @throws ViewsDiffer */
async function mustEqualFold(log: EventStore, url: string): Promise<number> {
  const shown = new MongodbShownRows(url);
  try {
    const { rows, differing } = await verifyViews(projections, { log, shown, onProgress: () => undefined });
    if (differing.length > 0) throw new ViewsDiffer(`${differing.length} of ${rows} rows differ from the fold`);
    return rows;
  } finally {
    await shown.close();
  }
}

export const takeover: ServerRow = {
  name: 'takeover',
  async measure({ log: logUrl, views }, run) {
    const url = databaseOf(views);
    const log = await openEventStoreDb(logUrl);
    const reader = new MongodbReadStore(url);
    const servers = { EVENTSTORE_URL: logUrl, MONGODB_URL: url };
    try {
      await openInstallation(log, HASH.fingerprint, SEEDED_AT);
      const start = async () => {
        const folder = await run.fresh();
        const started = await startProjector(folder, servers);
        await beating(folder);
        return started;
      };
      const seconds = await longestTakeover({ log, reader, start });
      const rows = await mustEqualFold(log, url);
      return [
        {
          what: `takeover after kill -9 of the active projector, longest of ${ROUNDS}; ${rows} rows equal the fold`,
          figure: { amount: seconds, unit: 's' },
          reach: { kind: 'below', bound: { amount: 10, unit: 's' } },
        },
      ];
    } finally {
      await reader.close();
      await log.close();
    }
  },
};
