import type { ReadStore } from '../store/read-store.js';
import { cardCalls } from './card-calls.projection.js';

/** Cards that took as many calls. */
export interface CallsPerCard {
  readonly calls: number;
  readonly cards: number;
  /** Of them: not to be called again in the round, those that ordered included. */
  readonly closed: number;
  readonly ordered: number;
}

/** Over whole rounds, fewest calls first, from kept counters. A card in two of the rounds counts in each. */
export async function readCallsPerCard(
  store: ReadStore,
  roundIds: readonly string[],
): Promise<readonly CallsPerCard[]> {
  const byCalls = new Map<number, CallsPerCard>();
  for (const roundId of roundIds) {
    for (const { values, count } of await store.counts(cardCalls, ['roundId', 'calls', 'standing'], [roundId])) {
      const calls = Number(values[1]);
      byCalls.set(calls, withMore(byCalls.get(calls) ?? { calls, cards: 0, closed: 0, ordered: 0 }, values[2], count));
    }
  }
  return [...byCalls.values()].sort((a, b) => a.calls - b.calls);
}

const withMore = (
  { calls, cards, closed, ordered }: CallsPerCard,
  standing: string | number | undefined,
  count: number,
): CallsPerCard => ({
  calls,
  cards: cards + count,
  closed: closed + (standing === 'open' ? 0 : count),
  ordered: ordered + (standing === 'ordered' ? count : 0),
});
