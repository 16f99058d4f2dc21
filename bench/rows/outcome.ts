import { Connections, timed } from '../harness/http-load.js';
import { doNothing, orderRequest, outcomeRequest, type RequestOf } from '../harness/no-op.js';
import { interleaved } from '../harness/rounds.js';
import type { Measurement } from '../harness/measurement.js';
import type { BenchRow } from '../harness/row.js';
import type { RunFolder } from '../harness/run-folder.js';
import { cardInCall } from '../seed/calls-under-way.js';
import { cardIdOf } from '../seed/names.js';
import { seedLog } from '../seed/seed-log.js';
import { startBenchApi } from '../server/start-bench-api.js';

const CONNECTIONS = 100;
const OUTCOMES_EACH = 50;
const NO_OPS_EACH = 150;
const ROUNDS = 5;
/** The rounds, and the one before them that is thrown away. */
const CARDS = CONNECTIONS * OUTCOMES_EACH * (ROUNDS + 1);

/** Card `index` is in a call with caller `index % CONNECTIONS`; each is marked once, round after round. */
async function markOutcomes(connections: Connections, round: number, request: RequestOf): Promise<number> {
  const { perSecond } = await timed(connections.send, (send) =>
    connections.talk(async (connection) => {
      for (let turn = 0; turn < OUTCOMES_EACH; turn++) {
        const index = (round * OUTCOMES_EACH + turn) * CONNECTIONS + connection;
        await send(request(index, connection, `cards/${cardIdOf(index)}/outcomes`));
      }
    }),
  );
  return perSecond;
}

async function measured(run: RunFolder, what: string, request: RequestOf): Promise<Measurement> {
  const folder = await run.fresh();
  const card = (index: number) => cardInCall(index, index % CONNECTIONS);
  await seedLog(folder, { cards: CARDS, callers: CONNECTIONS, card });
  const api = await startBenchApi(folder);
  const connections = new Connections(api.told, CONNECTIONS);
  let round = 0;
  try {
    const { marked, nothing } = await interleaved(ROUNDS, {
      marked: () => markOutcomes(connections, round++, request),
      nothing: async () => (await doNothing(connections, NO_OPS_EACH, request)).perSecond,
    });
    return {
      what: `${what} over HTTP, durable, 100 connections`,
      figure: { amount: marked, unit: 'requests/s' },
      reach: {
        kind: 'ratio',
        limit: { amount: nothing, unit: 'requests/s' },
        limitIs: 'a validated POST of the same body that does nothing',
        atLeast: 0.5,
      },
    };
  } finally {
    await connections.close();
    await api.stop();
  }
}

export const outcome: BenchRow = {
  name: 'outcome',
  measure: async (run) => [await measured(run, 'outcome', outcomeRequest)],
};

/** The form is checked and priced, and the order begins a stream of its own: one append more than another outcome. */
export const orderTaken: BenchRow = {
  name: 'order',
  measure: async (run) => [await measured(run, 'order', orderRequest)],
};
