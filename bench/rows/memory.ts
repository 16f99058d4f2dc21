import { SeededCaller } from '../harness/caller-conversation.js';
import { Connections } from '../harness/http-load.js';
import type { Measurement } from '../harness/measurement.js';
import { residentMb, rise } from '../harness/resident.js';
import type { BenchRow } from '../harness/row.js';
import { CALLERS, millionCards } from '../seed/million.js';
import { SEEDED_AT } from '../seed/names.js';
import { serviceToken } from '../seed/people.js';
import { startApi, startProjector } from '../server/start-product.js';

const MINUTES = 60;
const MINUTE_MS = 60_000;
/** R2: a caller who closes a card a minute works fast. */
const CALLS_A_MINUTE = 1;
/** What V8 keeps for itself moves by some megabytes; more than this over half an hour is growth. */
const STEADY_MB = 25;

interface Sample {
  readonly api: number;
  readonly projector: number;
}

async function moveClock({ send }: Connections, minute: number): Promise<void> {
  const now = new Date(Date.parse(SEEDED_AT) + minute * MINUTE_MS).toISOString();
  await send({ method: 'PUT', path: '/api/clock', token: serviceToken, body: { now } });
}

/** One minute of the simulated hour: the clock moves on, every caller calls. */
async function oneMinute(connections: Connections, callers: readonly SeededCaller[], minute: number): Promise<void> {
  await moveClock(connections, minute);
  await connections.talk(async (connection) => {
    for (let call = 0; call < CALLS_A_MINUTE; call++) {
      await callers[connection]?.callOnce(connections.send, connections.send);
    }
  });
}

async function oneHour(connections: Connections, sample: () => Promise<Sample>): Promise<readonly Sample[]> {
  await moveClock(connections, 0);
  const callers = Array.from({ length: CALLERS }, (_, index) => new SeededCaller(index));
  await connections.talk((connection) => callers[connection]?.sitDown(connections.send) ?? Promise.resolve());
  const samples: Sample[] = [];
  for (let minute = 1; minute <= MINUTES; minute++) {
    await oneMinute(connections, callers, minute);
    samples.push(await sample());
  }
  return samples;
}

export const memory: BenchRow = {
  name: 'memory',
  async measure(run) {
    const folder = await millionCards(run);
    const [api, projector] = [await startApi(folder), await startProjector(folder)];
    const connections = new Connections(api.told, CALLERS);
    try {
      const samples = await oneHour(connections, async () => ({
        api: await residentMb(api.pid),
        projector: await residentMb(projector.pid),
      }));
      return figures(samples);
    } finally {
      await connections.close();
      await api.stop();
      await projector.stop();
    }
  },
};

const WHEN = "at 1,000,000 cards after an hour's calling";

function figures(samples: readonly Sample[]): readonly Measurement[] {
  const last = samples.at(-1) ?? { api: NaN, projector: NaN };
  const later = samples.slice(samples.length / 2);
  return [
    resident('API', last.api),
    growth(
      'API',
      later.map(({ api }) => api),
    ),
    resident('projector', last.projector),
    growth(
      'projector',
      later.map(({ projector }) => projector),
    ),
    { what: `resident memory of both ${WHEN}`, figure: { amount: last.api + last.projector, unit: 'MB' } },
  ];
}

const resident = (of: string, amount: number): Measurement => ({
  what: `resident memory of the ${of} ${WHEN}`,
  figure: { amount, unit: 'MB' },
  reach: { kind: 'below', bound: { amount: 500, unit: 'MB' } },
});

const growth = (of: string, values: readonly number[]): Measurement => ({
  what: `growth of the ${of} over the second half hour`,
  figure: { amount: rise(values), unit: 'MB' },
  reach: { kind: 'below', bound: { amount: STEADY_MB, unit: 'MB' } },
});
