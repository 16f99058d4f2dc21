import type { Position } from '#events/store/recorded-event';
import { derivedRows } from '../runner/derived-changes.js';
import { Folding, type LogEvent } from '../runner/fold.js';
import type { Projection } from '../store/define-projection.js';
import type { Row } from '../store/row.js';

export type Rows = Readonly<Record<string, Row>>;

/** All rows of a projection's views, by view and key. */
export type AllRows = Readonly<Record<string, Rows>>;

/** What every view of a projection must show: one event after the other, nothing kept, nothing written. The oracle. */
export function naiveFold(
  projection: Projection,
  events: readonly LogEvent[],
  upTo?: Position,
): Readonly<Record<string, Rows>> {
  const rows = new Map<string, Row | undefined>();
  const seen = events.filter(({ position }) => upTo === undefined || position <= upTo);
  const folding = new Folding(projection);
  for (const event of seen) {
    if (!folding.handles(event)) continue;
    const streamUpTo = (): readonly LogEvent[] =>
      seen.filter(({ streamId, revision }) => streamId === event.streamId && revision <= event.revision);
    for (const key of folding.keysOf(event)) {
      rows.set(key, folding.fold(rows.get(key), key, event, streamUpTo));
    }
  }
  const own = [...rows.values()].filter((row) => row !== undefined);
  const views = projection.derived.map(
    (view) => [view.name, own.flatMap((row) => [...derivedRows(view, row).values()])] as const,
  );
  return Object.fromEntries([...views, [projection.name, own] as const].map(([name, list]) => [name, byKey(list)]));
}

/** As it comes back from a store. */
export const byKey = (rows: readonly Row[]): Rows =>
  JSON.parse(JSON.stringify(Object.fromEntries(rows.map((row) => [row.key, row])))) as Rows;
