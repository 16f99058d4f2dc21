import type { Cursor, Range, ReadStore } from './read-store.js';
import type { Row } from './row.js';
import type { View } from './view.js';

const PAGE = 500;

/** All rows of a range, page by page; what is written meanwhile may or may not be among them. */
export async function* pagesOf<R extends Row>(
  store: ReadStore,
  view: View<R>,
  range: Range<R>,
): AsyncGenerator<readonly R[], void> {
  let after: Cursor | undefined;
  do {
    const page = await store.seek(view, { ...range, limit: PAGE, ...(after && { after }) });
    if (page.rows.length > 0) yield page.rows;
    after = page.next;
  } while (after);
}
