import type { NotServedReason } from '#domain/serving/not-served';
import type { Instant } from '#events/contracts/index';
import type { ReadStore } from '../store/read-store.js';
import { callerQueue, TEAM, type WaitsFor } from './caller-queue.js';

export type ReasonCounts = Partial<Record<NotServedReason, number>>;

interface Asked {
  readonly roundId: string;
  readonly callerId: string;
  readonly now: Instant;
}

/** Counting stops here: more are told as this many. */
const COUNTED_AT_MOST = 100_000;
const WAITING: readonly WaitsFor[] = ['scheduled-later', 'resting', 'hidden-until', 'claimed-by-others'];
const CLOSED: readonly NotServedReason[] = ['needs-care', 'closed-round', 'ordered', 'closed-final', 'no-call'];

/** How many cards of the round are not handed to the caller now, by reason; reasons without cards are left out. */
export async function notServed(store: ReadStore, asked: Asked): Promise<ReasonCounts> {
  const waiting = await waitingCounts(store, asked);
  const own = await ownPromisesLater(store, asked);
  const locked = await lockedCount(store, asked);
  const closed = await closedCounts(store, asked);
  const open = waiting.map(([waits, count]): ReasonCount => [waits, waits === 'scheduled-later' ? count + own : count]);
  const all: ReasonCount[] = [...open, ['locked-by-others', locked], ...closed];
  return Object.fromEntries(all.filter(([, count]) => count > 0));
}

type ReasonCount = readonly [NotServedReason, number];

const waitingCounts = (store: ReadStore, { roundId, now }: Asked): Promise<ReasonCount[]> =>
  Promise.all(
    WAITING.map(async (waits) => {
      const range = { index: 'waiting', equals: { roundId, waits }, from: now };
      return [waits, await store.countUpTo(callerQueue, range, COUNTED_AT_MOST)] as const;
    }),
  );

/** Promises are ranked by time alone; one that was skipped stands one rank lower. */
const PROMISE_RANKS = [0, 1];

async function ownPromisesLater(store: ReadStore, { roundId, callerId: lane, now }: Asked): Promise<number> {
  const counts = PROMISE_RANKS.map((rank) => {
    const range = { index: 'next', equals: { roundId, lane, rank }, from: now };
    return store.countUpTo(callerQueue, range, COUNTED_AT_MOST);
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

async function lockedCount(store: ReadStore, { roundId, callerId }: Asked): Promise<number> {
  const lanes = await store.counts(callerQueue, ['roundId', 'lane'], [roundId]);
  const others = lanes.filter(({ values: [, lane] }) => lane !== TEAM && lane !== callerId);
  return others.reduce((sum, { count }) => sum + count, 0);
}

const closedCounts = (store: ReadStore, { roundId }: Asked): Promise<ReasonCount[]> =>
  Promise.all(
    CLOSED.map(async (status) => {
      return [status, await store.count(callerQueue, ['roundId', 'status'], [roundId, status])] as const;
    }),
  );
