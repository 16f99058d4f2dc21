import type { AterkomEvent, RowReport } from '#events/contracts/index';
import { importStream } from '#events/contracts/stream-names';
import type { EventStore } from '#events/store/event-store';

/** Each holds up to 500 rows. */
const EVENTS_AT_ONCE = 4;

/** The rows of a report after a line, in the order of the file, read from the import's own stream as they are asked for. */
export async function* rowsAfter(store: EventStore, importId: string, line: number): AsyncGenerator<RowReport> {
  const stream = importStream(importId);
  let from = await firstBeyond(store, stream, line);
  for (;;) {
    const events = (await store.readStream(stream, { from, limit: EVENTS_AT_ONCE })) as readonly AterkomEvent[];
    if (events.length === 0) return;
    for (const row of events.flatMap(rowsOf)) if (row.row > line) yield row;
    from += events.length;
  }
}

const rowsOf = (event: AterkomEvent): readonly RowReport[] =>
  event.type === 'ImportRowsReported' ? event.data.rows : [];

/** Revision of the first event with rows beyond the line: a million rows are not read to show the last of them. */
async function firstBeyond(store: EventStore, stream: string, line: number): Promise<number> {
  const [last] = await store.readStream(stream, { direction: 'backwards', limit: 1 });
  let [low, high] = [0, last?.revision ?? 0];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [event] = (await store.readStream(stream, { from: middle, limit: 1 })) as readonly AterkomEvent[];
    const lastRow = event && rowsOf(event).at(-1)?.row;
    if (lastRow === undefined ? middle === 0 : lastRow <= line) low = middle + 1;
    else high = middle;
  }
  return low;
}
