import { callerQueue, TEAM } from '#read-models/caller-queue/caller-queue';
import { nextCards } from '#read-models/caller-queue/next-cards';
import { SqliteReadStore } from '#read-models/sqlite/sqlite-read-store';
import type { Measurement } from '../harness/measurement.js';
import { percentile } from '../harness/rounds.js';
import type { BenchRow } from '../harness/row.js';
import { project, viewsFileIn } from '../harness/views.js';
import { chance } from '../../replay/generated/chance.js';
import { appendCalls } from '../seed/call-log.js';
import { isHighPriority } from '../seed/cards.js';
import { MILLION, millionCards } from '../seed/million.js';
import { cardIdOf, ROUND_ID } from '../seed/names.js';

const TURNS = 5_000;
/** Before the fresh statements and caches have settled. */
const UNCOUNTED = 200;
const NOW = '2025-08-04T06:10:00.000Z';
const LATER = '2025-08-04T11:05:00.000Z';

async function latencies(turns: number, read: () => Promise<unknown>): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let turn = 0; turn < UNCOUNTED + turns; turn++) {
    const began = performance.now();
    await read();
    taken.push(performance.now() - began);
  }
  return taken.slice(UNCOUNTED);
}

/** The queue's own query for one card, and one row of the same view by its key. */
async function measureIn(folder: string, situation: string): Promise<Measurement> {
  const store = new SqliteReadStore(viewsFileIn(folder));
  const next = chance(7);
  const anyRow = (): Promise<unknown> =>
    store.get(callerQueue, `${cardIdOf(Math.floor(next() * MILLION))}|${ROUND_ID}`);
  const wanted = { roundId: ROUND_ID, lane: TEAM, now: NOW, exclude: new Set<string>(), limit: 1 };
  const byKey = await latencies(TURNS, anyRow);
  const queued = await latencies(TURNS, () => nextCards(store, wanted));
  await store.close();
  const keyMs = percentile(byKey, 0.99).toFixed(3);
  return {
    what: `next card among 1,000,000, ${situation}: p99 (one row by its key: ${keyMs} ms)`,
    figure: { amount: percentile(queued, 0.99), unit: 'ms' },
    reach: { kind: 'below', bound: { amount: 5, unit: 'ms' } },
  };
}

/** Every card of high priority was called and is scheduled for later: a walk over them would show. */
async function scheduleHighPriority(folder: string): Promise<void> {
  const cards = Array.from({ length: MILLION }, (_, index) => index).filter(isHighPriority);
  await appendCalls(
    folder,
    cards.map((card) => ({ card, caller: card % 200, earlierCalls: 0, at: NOW, due: LATER })),
  );
  await project(folder);
}

export const nextCard: BenchRow = {
  name: 'next-card',
  async measure(run) {
    const folder = await millionCards(run);
    const usual = await measureIn(folder, 'usual');
    await scheduleHighPriority(folder);
    return [usual, await measureIn(folder, 'all 100,000 of high priority scheduled for later')];
  },
};
