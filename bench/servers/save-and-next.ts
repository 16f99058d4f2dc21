import { openEventStoreDb } from '#events/eventstoredb/open-server-log';
import { MongodbReactorProgress } from '#read-models/mongodb/mongodb-reactor-progress';
import { MongodbProjectionStore } from '#read-models/mongodb/mongodb-projection-store';
import { SeededCaller } from '../harness/caller-conversation.js';
import { Connections, timed } from '../harness/http-load.js';
import { interleaved } from '../harness/rounds.js';
import type { RunFolder } from '../harness/run-folder.js';
import { project, projectOver } from '../harness/views.js';
import { card } from '../seed/cards.js';
import { reactedToFolder, reactedUpTo } from '../seed/reacted.js';
import { fillLog, seedLog } from '../seed/seed-log.js';
import { startBenchApi } from '../server/start-bench-api.js';
import { startProjector } from '../server/start-product.js';
import type { BenchServers } from './bench-servers.js';
import { databaseOf } from './database-of.js';
import type { ServerRow } from './row.js';

const CALLERS = 200;
const CARDS = 12_000;
const CALLS_EACH = 8;
const ROUNDS = 5;
const SIZE = { cards: CARDS, callers: CALLERS, card };

interface Desks {
  /** Save-and-next, a second. */
  round(): Promise<number>;
  stop(): Promise<void>;
}

async function desksOver(folder: string, environment: Readonly<Record<string, string>>): Promise<Desks> {
  const api = await startBenchApi(folder, environment);
  const follower = await startProjector(folder, environment);
  const connections = new Connections(api.told, CALLERS);
  const callers = Array.from({ length: CALLERS }, (_, index) => new SeededCaller(index));
  await connections.talk((connection) => callers[connection]?.sitDown(connections.send) ?? Promise.resolve());
  return {
    async round() {
      const { perSecond } = await timed(connections.send, (saveAndNext) =>
        connections.talk(async (connection) => {
          for (let turn = 0; turn < CALLS_EACH; turn += 1)
            await callers[connection]?.callOnce(connections.send, saveAndNext);
        }),
      );
      return perSecond;
    },
    async stop() {
      await connections.close();
      await api.stop();
      await follower.stop();
    },
  };
}

async function embedded(run: RunFolder): Promise<Desks> {
  const folder = await run.fresh();
  await seedLog(folder, SIZE);
  await project(folder);
  await reactedToFolder(folder);
  return desksOver(folder, {});
}

async function onServers({ log: logUrl, views }: BenchServers, run: RunFolder): Promise<Desks> {
  const viewsUrl = databaseOf(views);
  const log = await openEventStoreDb(logUrl);
  const store = new MongodbProjectionStore(viewsUrl);
  await fillLog(log, SIZE);
  await projectOver({ log, store });
  await reactedUpTo(new MongodbReactorProgress(viewsUrl), await log.head());
  await Promise.all([log.close(), store.close()]);
  return desksOver(await run.fresh(), { EVENTSTORE_URL: logUrl, MONGODB_URL: viewsUrl });
}

export const saveAndNext: ServerRow = {
  name: 'save-and-next',
  async measure(servers, run) {
    const [there, here] = [await onServers(servers, run), await embedded(run)];
    try {
      const rates = await interleaved(ROUNDS, { there: () => there.round(), here: () => here.round() });
      return [
        {
          what: `save and next over HTTP, ${CALLERS} callers, on the servers`,
          figure: { amount: rates.there, unit: 'requests/s' },
          reach: {
            kind: 'ratio',
            limit: { amount: rates.here, unit: 'requests/s' },
            limitIs: 'the same on the embedded stores',
            atLeast: 0.5,
          },
        },
      ];
    } finally {
      await Promise.all([there.stop(), here.stop()]);
    }
  },
};
