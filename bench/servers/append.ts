import { randomUUID } from 'node:crypto';
import { openEventStoreDb } from '#events/eventstoredb/open-server-log';
import type { EventStore } from '#events/store/event-store';
import type { NewEvent } from '#events/store/recorded-event';
import { interleaved, perSecond } from '../harness/rounds.js';
import { sampleAppends } from '../harness/sample-events.js';
import type { BenchServers } from './bench-servers.js';
import { RawClient } from './raw-client.js';
import type { ServerRow } from './row.js';

const WRITERS = 64;
const APPENDS_EACH = 60;
const ROUNDS = 7;

type Append = (stream: string, revision: number, events: readonly NewEvent[]) => Promise<unknown>;

/** Every writer appends to a new stream of its own, one event at a time, as fast as it is answered. */
async function rateOf(append: Append): Promise<number> {
  const work = Array.from({ length: WRITERS }, () => {
    const stream = `card-${randomUUID()}`;
    return { stream, appends: sampleAppends(stream, APPENDS_EACH) };
  });
  return perSecond(WRITERS * APPENDS_EACH, async () => {
    await Promise.all(
      work.map(async ({ stream, appends }) => {
        for (const [revision, events] of appends.entries()) await append(stream, revision, events);
      }),
    );
  });
}

const throughAdapter =
  (store: EventStore): Append =>
  (stream, revision, events) =>
    store.append(stream, events, revision === 0 ? 'no-stream' : revision - 1);

async function measured({ log }: BenchServers): Promise<Readonly<Record<'adapter' | 'client', number>>> {
  const namespace = randomUUID().replaceAll('-', '');
  const store = await openEventStoreDb(log, { namespace });
  const client = new RawClient(log);
  try {
    return await interleaved(ROUNDS, {
      adapter: () => rateOf(throughAdapter(store)),
      client: () => rateOf((stream, revision, events) => client.append(`${namespace}.${stream}`, revision, events)),
    });
  } finally {
    await client.close();
    await store.close();
  }
}

export const append: ServerRow = {
  name: 'append-64',
  async measure(servers) {
    const { adapter, client } = await measured(servers);
    return [
      {
        what: `append through the adapter, ${WRITERS} concurrent writers`,
        figure: { amount: adapter, unit: 'events/s' },
        reach: {
          kind: 'ratio',
          limit: { amount: client, unit: 'events/s' },
          limitIs: 'the raw client',
          atLeast: 0.9,
        },
      },
    ];
  },
};
