import { isDeepStrictEqual } from 'node:util';
import type { EventStore } from '#events/store/event-store';
import type { Position } from '#events/store/recorded-event';
import { pagesOf } from '../runner/event-log.js';
import { streamsUpTo } from '../runner/streams-up-to.js';
import { viewsOf, type Projection } from '../store/define-projection.js';
import { furthestBehind } from '../store/furthest-behind.js';
import type { Row } from '../store/row.js';
import type { ShownRows } from '../store/shown-rows.js';
import type { View } from '../store/view.js';
import { FoldedRows } from './folded-rows.js';

const PAGE_EVENTS = 5000;

/** `missing`: the log has it, the view has not; `extra`: the other way round; `stuck`: it shows what held before an event. */
export type Difference = 'missing' | 'extra' | 'different' | 'stuck';

export interface DifferingRow {
  readonly view: string;
  readonly key: string;
  readonly difference: Difference;
}

export interface Verified {
  readonly rows: number;
  readonly differing: readonly DifferingRow[];
}

export interface Verification {
  readonly log: EventStore;
  readonly shown: ShownRows;
  readonly onProgress: (position: Position) => void;
}

/**
 * View equals fold of the log up to the checkpoint, row by row, derived views too. One pass over the log for all, most of it before the
 * rows are held still, for a projector may have to wait from then on.
 */
export async function verifyViews(projections: readonly Projection[], verification: Verification): Promise<Verified> {
  const { shown } = verification;
  const expected = projections.map((projection) => new FoldedRows(projection));
  await foldToCheckpoints(expected, verification);
  await shown.holdStill();
  await foldToCheckpoints(expected, verification);
  const verified: Verified[] = [];
  for (const folded of expected)
    for (const view of viewsOf(folded.projection)) verified.push(await compare(folded, view, shown));
  return {
    rows: verified.reduce((sum, { rows }) => sum + rows, 0),
    differing: verified.flatMap(({ differing }) => differing),
  };
}

async function foldToCheckpoints(
  expected: readonly FoldedRows[],
  { log, shown, onProgress }: Verification,
): Promise<void> {
  const from = furthestBehind(expected.map(({ upTo }) => upTo));
  for (const folded of expected) folded.extendTo(await shown.checkpoint(folded.projection));
  const foldings = expected.map(({ folding }) => folding);
  for await (const page of pagesOf(log, from, PAGE_EVENTS)) {
    const streamUpTo = await streamsUpTo(log, foldings, page.events);
    for (const folded of expected) folded.fold(page.events, streamUpTo);
    onProgress(page.position);
  }
}

async function compare(folded: FoldedRows, view: View, shown: ShownRows): Promise<Verified> {
  const expected = folded.in(view);
  const differing: DifferingRow[] = [];
  let rows = 0;
  for await (const row of shown.rows(folded.projection, view)) {
    const difference = differenceOf(row, expected.get(row.key));
    if (difference) differing.push({ view: view.name, key: row.key, difference });
    expected.delete(row.key);
    rows += 1;
  }
  const missing = [...expected.keys()].map((key) => ({ view: view.name, key, difference: 'missing' as const }));
  return { rows, differing: [...differing, ...missing] };
}

function differenceOf(row: Row, expected: Row | undefined): Difference | undefined {
  if (row.stuck) return 'stuck';
  if (!expected) return 'extra';
  return isDeepStrictEqual(row, expected) ? undefined : 'different';
}
