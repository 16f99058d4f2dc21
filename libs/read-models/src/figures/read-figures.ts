import type { LocalDate } from '#events/contracts/index';
import type { ReadStore, Seek } from '../store/read-store.js';
import { added, NO_MEASURES, type FigureKind, type FigureRow, type Measures } from './figure-row.js';
import { figures } from './figures.projection.js';

export const DIMENSIONS = ['round', 'caller', 'day', 'outcome', 'attempt', 'cause'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const FIELD_OF = {
  round: 'roundId',
  caller: 'callerId',
  day: 'day',
  outcome: 'outcome',
  attempt: 'attempt',
  cause: 'cause',
} as const satisfies Record<Dimension, keyof FigureKind>;

export interface FiguresAsked {
  /** All rounds when absent. */
  readonly roundIds?: readonly string[];
  readonly callerId?: string;
  /** First and last day, themselves included. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly groupBy: readonly Dimension[];
}

export interface FigureGroup {
  readonly group: Partial<FigureKind>;
  readonly measures: Measures;
}

export interface FiguresRead {
  /** In the order of the dimensions asked for. */
  readonly groups: readonly FigureGroup[];
  readonly totals: Measures;
}

const PAGE = 2000;

/** The rows of the rounds, the caller or the days asked for, added up; a whole campaign is a few thousand rows. */
export async function readFigures(store: ReadStore, asked: FiguresAsked): Promise<FiguresRead> {
  const groups = new Map<string, FigureGroup>();
  for await (const row of rowsOf(store, asked)) {
    const group = groupOf(row, asked.groupBy);
    const key = JSON.stringify(group);
    const measures = added(groups.get(key)?.measures ?? NO_MEASURES, row.measures);
    groups.set(key, { group, measures });
  }
  const sorted = [...groups.values()].sort(byDimensions(asked.groupBy));
  return { groups: sorted, totals: sorted.reduce((sum, { measures }) => added(sum, measures), NO_MEASURES) };
}

const groupOf = (row: FigureRow, groupBy: readonly Dimension[]): Partial<FigureKind> =>
  Object.fromEntries(groupBy.map((dimension) => [FIELD_OF[dimension], row[FIELD_OF[dimension]]]));

const byDimensions =
  (groupBy: readonly Dimension[]) =>
  (a: FigureGroup, b: FigureGroup): number => {
    for (const dimension of groupBy) {
      const [one, other] = [a.group[FIELD_OF[dimension]], b.group[FIELD_OF[dimension]]];
      if (one === other || one === undefined || other === undefined) continue;
      return one < other ? -1 : 1;
    }
    return 0;
  };

async function* rowsOf(store: ReadStore, asked: FiguresAsked): AsyncGenerator<FigureRow> {
  const { roundIds } = asked;
  for (const seek of seeksOf(asked))
    for await (const row of pagesOf(store, seek)) if (!roundIds || roundIds.includes(row.roundId)) yield row;
}

/** One caller's rows are fewer than a round's. */
function seeksOf({ roundIds, callerId, from, to }: FiguresAsked): readonly Seek<FigureRow>[] {
  const page = { ...(from !== undefined && { from }), ...(to !== undefined && { to }), limit: PAGE };
  if (callerId !== undefined) return [{ index: 'of-caller', equals: { callerId }, ...page }];
  if (roundIds) return roundIds.map((roundId) => ({ index: 'of-round', equals: { roundId }, ...page }));
  return [{ index: 'of-day', ...page }];
}

async function* pagesOf(store: ReadStore, seek: Seek<FigureRow>): AsyncGenerator<FigureRow> {
  let after = seek.after;
  do {
    const page = await store.seek(figures, { ...seek, ...(after && { after }) });
    yield* page.rows;
    after = page.next;
  } while (after);
}
