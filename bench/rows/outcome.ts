import { Connections, timed } from '../harness/http-load.js';
import { doNothing, outcomeRequest } from '../harness/no-op.js';
import { interleaved } from '../harness/rounds.js';
import type { BenchRow } from '../harness/row.js';
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
async function markOutcomes(connections: Connections, round: number): Promise<number> {
  const { perSecond } = await timed(connections.send, (send) =>
    connections.talk(async (connection) => {
      for (let turn = 0; turn < OUTCOMES_EACH; turn++) {
        const index = (round * OUTCOMES_EACH + turn) * CONNECTIONS + connection;
        await send(outcomeRequest(index, connection, `cards/${cardIdOf(index)}/outcomes`));
      }
    }),
  );
  return perSecond;
}

export const outcome: BenchRow = {
  name: 'outcome',
  async measure(run) {
    const folder = await run.fresh();
    const card = (index: number) => cardInCall(index, index % CONNECTIONS);
    await seedLog(folder, { cards: CARDS, callers: CONNECTIONS, card });
    const api = await startBenchApi(folder);
    const connections = new Connections(api.told, CONNECTIONS);
    let round = 0;
    try {
      const { marked, nothing } = await interleaved(ROUNDS, {
        marked: () => markOutcomes(connections, round++),
        nothing: async () => (await doNothing(connections, NO_OPS_EACH)).perSecond,
      });
      return [
        {
          what: 'outcome over HTTP, durable, 100 connections',
          figure: { amount: marked, unit: 'requests/s' },
          reach: {
            kind: 'ratio',
            limit: { amount: nothing, unit: 'requests/s' },
            limitIs: 'a validated POST of the same body that does nothing',
            atLeast: 0.5,
          },
        },
      ];
    } finally {
      await connections.close();
      await api.stop();
    }
  },
};
