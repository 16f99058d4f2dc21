import type { LocalDate } from '#events/contracts/index';
import type { Range, ReadStore } from '../store/read-store.js';
import type { Row } from '../store/row.js';
import type { View } from '../store/view.js';

/** Rows looked at for one page, so that few rows among many are answered as fast as any. */
const MOST_LOOKED_AT = 20_000;
const PAGE = 1000;

interface Dated extends Row {
  readonly day: LocalDate;
}

/** In which range, and behind which day and key of it. */
export type ListCursor = readonly [range: number, day: string, key: string];

export const LIST_START: ListCursor = [0, '', ''];

export interface Listing<R extends Dated> {
  /** One after the other, each by day within what is equal. */
  readonly ranges: readonly Range<R>[];
  readonly matches: (row: R) => boolean;
  readonly after: ListCursor;
  readonly limit: number;
}

export interface Listed<R extends Dated> {
  readonly rows: readonly R[];
  /** Absent where nothing more follows. A page may hold less than it could and still be followed by others. */
  readonly next?: ListCursor;
}

/** A page of the rows behind a figure. */
export async function listed<R extends Dated>(store: ReadStore, view: View<R>, asked: Listing<R>): Promise<Listed<R>> {
  const rows: R[] = [];
  let [at, day, key] = asked.after;
  for (let lookedAt = 0; lookedAt < MOST_LOOKED_AT;) {
    const range = asked.ranges[at];
    if (!range) return { rows };
    const page = await store.seek(view, { ...range, limit: PAGE, after: [day, key] });
    for (const row of page.rows) {
      if (rows.length === asked.limit) return { rows, next: [at, day, key] };
      if (asked.matches(row)) rows.push(row);
      ({ day, key } = row);
    }
    lookedAt += page.rows.length;
    if (!page.next) [at, day, key] = [at + 1, '', ''];
  }
  return { rows, next: [at, day, key] };
}
