import type { ReadStore } from '../store/read-store.js';
import { callerQueue } from './caller-queue.js';

/** A lapsed claim stands until somebody else claims the card: there may be some, never many. */
const MOST_HELD = 50;

/** The cards that the caller claimed last in the round, whether or not the leases still last. */
export async function heldCards(store: ReadStore, holderId: string, roundId: string): Promise<readonly string[]> {
  const { rows } = await store.seek(callerQueue, { index: 'held', equals: { holderId, roundId }, limit: MOST_HELD });
  return rows.map(({ cardId }) => cardId);
}
