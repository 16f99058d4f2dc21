import type { CardRow } from '../card/card-row.js';
import { deriveView } from '../store/define-projection.js';
import { pagesOf } from '../store/pages-of.js';
import type { ReadStore } from '../store/read-store.js';
import type { Row } from '../store/row.js';

export interface RoundCardRow extends Row {
  readonly roundId: string;
  readonly cardId: string;
  readonly priority: number;
}

/** Which cards are in a round, whatever has become of them. A row is written once; an outcome changes none. */
export const roundCards = deriveView<CardRow, RoundCardRow>({
  name: 'round-cards',
  projection: 'cards',
  rowsOf: ({ key: cardId, state }) =>
    state.rounds.map(({ roundId, priority }) => ({ key: `${cardId}|${roundId}`, roundId, cardId, priority })),
  readsOnly: ['state'],
  indexes: [{ name: 'of-round', fields: ['roundId'] }],
  counts: [],
});

export const cardsInRound = (store: ReadStore, roundId: string): AsyncIterable<readonly RoundCardRow[]> =>
  pagesOf(store, roundCards, { index: 'of-round', equals: { roundId } });
