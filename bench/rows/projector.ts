import { rm } from 'node:fs/promises';
import { SqliteEventStore } from '#events/sqlite/sqlite-event-store';
import { RUNNER_DEFAULTS } from '#read-models/runner/runner-options';
import type { Measurement } from '../harness/measurement.js';
import { interleaved, perSecond } from '../harness/rounds.js';
import type { BenchRow } from '../harness/row.js';
import { project, viewsFileIn } from '../harness/views.js';
import { appendCalls } from '../seed/call-log.js';
import { card } from '../seed/cards.js';
import { SEEDED_AT } from '../seed/names.js';
import { logFileIn, seedLog } from '../seed/seed-log.js';

/** Four events for a card and its company, five for a call: 500,000 in all. */
const CARDS = 50_000;
const CALLS_BUILT = 40_000;
const CALLS_FOLLOWED = 20_000;
const EVENTS_PER_CALL = 5;
const EVENTS = CARDS * 4 + (CALLS_BUILT + CALLS_FOLLOWED) * EVENTS_PER_CALL;
const ROUNDS = 3;
const PAGE = RUNNER_DEFAULTS.pageEvents;
const DUE = '2025-08-04T11:05:00.000Z';

const call = (index: number) => ({
  card: index % CARDS,
  caller: index % 200,
  earlierCalls: Math.floor(index / CARDS),
  at: SEEDED_AT,
  due: DUE,
});

const callsFrom = (first: number, count: number) => Array.from({ length: count }, (_, index) => call(first + index));

/** Every event read and parsed, nothing folded: the limit of anything that follows the log. */
async function readAll(folder: string): Promise<number> {
  const log = new SqliteEventStore({ file: logFileIn(folder), readOnly: true });
  const events = Number(await log.head());
  const rate = await perSecond(events, async () => {
    for (let beyond = 0n; beyond < BigInt(events);) {
      const page = await log.readAll({ beyond, limit: PAGE });
      beyond = page.at(-1)?.position ?? BigInt(events);
    }
  });
  await log.close();
  return rate;
}

/** Calls are added to the log and followed in commits as short as they are live. */
async function follow(folder: string): Promise<number> {
  await appendCalls(folder, callsFrom(CALLS_BUILT, CALLS_FOLLOWED));
  const seconds = await project(folder, { commitEvents: RUNNER_DEFAULTS.batchEvents });
  return (CALLS_FOLLOWED * EVENTS_PER_CALL) / seconds;
}

/** From nothing to views that readers see, indexes and counters made last. */
async function rebuild(folder: string): Promise<number> {
  const views = viewsFileIn(folder);
  for (const file of [views, `${views}-wal`, `${views}-shm`]) await rm(file, { force: true });
  return EVENTS / (await project(folder));
}

const measured = (what: string, rate: number, limit: number, atLeast: number): Measurement => ({
  what,
  figure: { amount: rate, unit: 'events/s' },
  reach: { kind: 'ratio', limit: { amount: limit, unit: 'events/s' }, limitIs: 'reading and parsing the log', atLeast },
});

export const projector: BenchRow = {
  name: 'projector',
  async measure(run) {
    const folder = await run.fresh();
    await seedLog(folder, { cards: CARDS, callers: 200, card });
    await appendCalls(folder, callsFrom(0, CALLS_BUILT));
    await project(folder);
    const followed = await follow(folder);
    const { read, rebuilt } = await interleaved(ROUNDS, {
      read: () => readAll(folder),
      rebuilt: () => rebuild(folder),
    });
    return [
      measured(`projector live, commits of ${RUNNER_DEFAULTS.batchEvents} events`, followed, read, 0.1),
      measured(`projector, rebuild of a log of ${EVENTS.toLocaleString('en')} events`, rebuilt, read, 0.3),
    ];
  },
};
