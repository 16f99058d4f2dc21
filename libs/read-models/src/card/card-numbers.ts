import { deriveView } from '../store/define-projection.js';
import type { ReadStore } from '../store/read-store.js';
import type { Row } from '../store/row.js';
import type { CardRow } from './card-row.js';

export interface CardNumberRow extends Row {
  readonly numberId: string;
  readonly cardId: string;
}

/** Which cards have a number. */
export const cardNumbers = deriveView<CardRow, CardNumberRow>({
  name: 'card-numbers',
  projection: 'cards',
  rowsOf: ({ key, numberIds }) => numberIds.map((numberId) => ({ key: `${key}|${numberId}`, numberId, cardId: key })),
  readsOnly: ['numberIds'],
  indexes: [{ name: 'of-number', fields: ['numberId'] }],
  counts: [],
});

const PAGE = 500;

/** The cards that have the number, in pages. */
export async function* cardsWithNumber(store: ReadStore, numberId: string): AsyncGenerator<string> {
  let after: readonly (string | number)[] | undefined;
  do {
    const seek = { index: 'of-number', equals: { numberId }, limit: PAGE, ...(after && { after }) };
    const page = await store.seek(cardNumbers, seek);
    for (const { cardId } of page.rows) yield cardId;
    after = page.next;
  } while (after);
}
