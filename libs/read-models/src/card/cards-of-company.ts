import type { ReadStore } from '../store/read-store.js';
import { cards } from './card.projection.js';

const PAGE = 500;

/** The cards of the company, in pages. */
export async function* cardsOfCompany(store: ReadStore, companyId: string): AsyncGenerator<string> {
  let after: readonly (string | number)[] | undefined;
  do {
    const seek = { index: 'of-company', equals: { companyId }, limit: PAGE, ...(after && { after }) };
    const page = await store.seek(cards, seek);
    for (const { key } of page.rows) yield key;
    after = page.next;
  } while (after);
}
