import type { QueuedBecause } from '#domain/serving/serving-order';
import type { Instant } from '#events/contracts/index';
import type { ReadStore } from '../store/read-store.js';
import type { Scalar } from '../store/row.js';
import { callerQueue, type CallerQueueRow } from './caller-queue.js';

export interface Candidate {
  readonly cardId: string;
  readonly because: QueuedBecause;
}

export interface NextCards {
  readonly roundId: string;
  /** `TEAM`, or the caller whose promises are asked for. */
  readonly lane: string;
  readonly now: Instant;
  /** Cards that are being handed out, or were while the queue does not know it yet. */
  readonly exclude: ReadonlySet<string>;
  readonly limit: number;
}

const PAGE = 64;

/**
 * The cards of a lane that are due, the first to be handed out first. One seek finds the next rank and one its due
 * cards, so that a rank whose cards are all scheduled for later costs two seeks, however many they are.
 */
export async function nextCards(store: ReadStore, wanted: NextCards): Promise<readonly Candidate[]> {
  const found: Candidate[] = [];
  for (let rank = await nextRank(store, wanted); rank !== undefined; rank = await nextRank(store, wanted, rank + 1)) {
    for await (const { cardId, because } of dueOfRank(store, wanted, rank)) {
      if (because !== undefined && !wanted.exclude.has(cardId)) found.push({ cardId, because });
      if (found.length === wanted.limit) return found;
    }
  }
  return found;
}

async function nextRank(store: ReadStore, { roundId, lane }: NextCards, from?: number): Promise<number | undefined> {
  const seek = { index: 'next', equals: { roundId, lane }, limit: 1, ...(from !== undefined && { from }) };
  const { rows } = await store.seek(callerQueue, seek);
  return rows[0]?.rank;
}

async function* dueOfRank(
  store: ReadStore,
  { roundId, lane, now }: NextCards,
  rank: number,
): AsyncGenerator<CallerQueueRow> {
  let after: readonly Scalar[] | undefined;
  do {
    const equals = { roundId, lane, rank };
    const page = await store.seek(callerQueue, {
      index: 'next',
      equals,
      to: now,
      limit: PAGE,
      ...(after && { after }),
    });
    yield* page.rows;
    after = page.next;
  } while (after);
}
