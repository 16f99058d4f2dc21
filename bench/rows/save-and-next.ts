import { setTimeout as sleep } from 'node:timers/promises';
import { chance } from '../../replay/generated/chance.js';
import { SeededCaller } from '../harness/caller-conversation.js';
import { claimsInLog } from '../harness/claims-in-log.js';
import { Connections, timed, type LoadResult } from '../harness/http-load.js';
import type { Measurement } from '../harness/measurement.js';
import { doNothing } from '../harness/no-op.js';
import { interleaved, median } from '../harness/rounds.js';
import type { BenchRow } from '../harness/row.js';
import type { RunFolder } from '../harness/run-folder.js';
import { project } from '../harness/views.js';
import { card } from '../seed/cards.js';
import { reactedToFolder } from '../seed/reacted.js';
import { seedLog } from '../seed/seed-log.js';
import { startBenchApi } from '../server/start-bench-api.js';
import { startProjector } from '../server/start-product.js';

const CALLERS = 200;
const CARDS = 200_000;
const CALLS_EACH = 40;
const NO_OPS_EACH = 60;
const ROUNDS = 4;
/** Closing a card every few seconds is some ten times as fast as people call. */
const PACE_MS = 4_000;
const PACED_CALLS_EACH = 8;

/** Only save-and-next is timed, the call before it belongs to the load. */
const calling = (
  connections: Connections,
  callers: readonly SeededCaller[],
  calls: number,
  pause: () => Promise<void>,
): Promise<LoadResult> =>
  timed(connections.send, (saveAndNext) =>
    connections.talk(async (connection) => {
      for (let turn = 0; turn < calls; turn++) {
        await pause();
        await callers[connection]?.callOnce(connections.send, saveAndNext);
      }
    }),
  );

const atOnce = (): Promise<void> => Promise.resolve();

/** Between nothing and twice the pace, so that callers do not move in step. */
function paced(): () => Promise<void> {
  const next = chance(11);
  return async () => sleep(next() * 2 * PACE_MS);
}

async function seeded(run: RunFolder): Promise<string> {
  const folder = await run.fresh();
  await seedLog(folder, { cards: CARDS, callers: CALLERS, card });
  await project(folder);
  await reactedToFolder(folder);
  return folder;
}

async function measureOn(connections: Connections): Promise<readonly Measurement[]> {
  const callers = Array.from({ length: CALLERS }, (_, index) => new SeededCaller(index));
  await connections.talk((connection) => callers[connection]?.sitDown(connections.send) ?? Promise.resolve());
  const rushes: LoadResult[] = [];
  const idle: LoadResult[] = [];
  const rate = async (results: LoadResult[], running: Promise<LoadResult>): Promise<number> => {
    const result = await running;
    results.push(result);
    return result.perSecond;
  };
  const rates = await interleaved(ROUNDS, {
    saved: () => rate(rushes, calling(connections, callers, CALLS_EACH, atOnce)),
    nothing: () => rate(idle, doNothing(connections, NO_OPS_EACH)),
  });
  const people = await calling(connections, callers, PACED_CALLS_EACH, paced());
  const p99Of = (results: readonly LoadResult[]): number => median(results.slice(1).map(({ p99Ms }) => p99Ms));
  const nothingMs = p99Of(idle).toFixed(0);
  return [
    throughput(rates.saved, rates.nothing),
    latency(`all as fast as they can: p99 (doing nothing: ${nothingMs} ms)`, p99Of(rushes)),
    latency(`a card every ${PACE_MS / 1000} s each: p99`, people.p99Ms),
  ];
}

export const saveAndNext: BenchRow = {
  name: 'save-and-next',
  async measure(run) {
    const folder = await seeded(run);
    const api = await startBenchApi(folder);
    const projector = await startProjector(folder);
    const connections = new Connections(api.told, CALLERS);
    try {
      return [...(await measureOn(connections)), noCardTwice(await claimsInLog(folder))];
    } finally {
      await connections.close();
      await api.stop();
      await projector.stop();
    }
  },
};

const WHAT = `save and next over HTTP, ${CALLERS} callers, ${CARDS.toLocaleString('en')} cards`;

const throughput = (saved: number, nothing: number): Measurement => ({
  what: WHAT,
  figure: { amount: saved, unit: 'requests/s' },
  reach: {
    kind: 'ratio',
    limit: { amount: nothing, unit: 'requests/s' },
    limitIs: 'a validated POST of the same body that does nothing',
    atLeast: 0.2,
  },
});

const latency = (how: string, amount: number): Measurement => ({
  what: `${WHAT}, ${how}`,
  figure: { amount, unit: 'ms' },
  reach: { kind: 'below', bound: { amount: 50, unit: 'ms' } },
});

const noCardTwice = ({ cards, twice }: { readonly cards: number; readonly twice: number }): Measurement => ({
  what: `${WHAT}: cards handed out twice, of ${cards.toLocaleString('en')} in the log`,
  figure: { amount: twice, unit: 'cards' },
  reach: { kind: 'below', bound: { amount: 1, unit: 'card' } },
});
