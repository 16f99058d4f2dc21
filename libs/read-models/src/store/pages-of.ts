import type { Cursor, Range, ReadStore } from './read-store.js';
import type { Row } from './row.js';
import type { View } from './view.js';

const PAGE = 500;

export interface Pages<R extends Row> extends Range<R> {
  /** Begins after it. */
  readonly after?: Cursor;
}

/** All rows of a range, page by page; what is written meanwhile may or may not be among them. */
export async function* pagesOf<R extends Row>(
  store: ReadStore,
  view: View<R>,
  { after: start, ...range }: Pages<R>,
  limit = PAGE,
): AsyncGenerator<readonly R[], void> {
  let after = start;
  do {
    const page = await store.seek(view, { ...range, limit, ...(after && { after }) });
    if (page.rows.length > 0) yield page.rows;
    after = page.next;
  } while (after);
}
