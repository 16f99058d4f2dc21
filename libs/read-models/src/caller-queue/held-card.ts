import type { ReadStore } from '../store/read-store.js';
import { callerQueue } from './caller-queue.js';

/** The card that the caller claimed in the round, whether or not the lease still lasts. */
export async function heldCard(store: ReadStore, holderId: string, roundId: string): Promise<string | undefined> {
  const { rows } = await store.seek(callerQueue, { index: 'held', equals: { holderId, roundId }, limit: 1 });
  return rows[0]?.cardId;
}
