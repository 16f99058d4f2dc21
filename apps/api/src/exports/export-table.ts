import { localOf } from '#domain/shared/stockholm-time';
import type { Instant } from '#events/contracts/index';
import type { EventStore } from '#events/store/event-store';
import type { ReadStore } from '#read-models/store/read-store';
import type { Cell } from '../shared/csv.js';
import type { Language, Text } from '../texts/texts.js';

/** What a line is told with. */
export interface Telling {
  readonly language: Language;
  readonly now: Instant;
  readonly accountName: (accountId: string | undefined) => string | undefined;
  readonly roundName: (roundId: string | undefined) => string | undefined;
}

export interface ExportSource {
  readonly views: ReadStore;
  readonly log: EventStore;
}

export interface Column<R> {
  readonly heading: Text;
  readonly cell: (row: R, telling: Telling) => Cell;
}

/** A list as a file. */
export interface ExportTable<R> {
  readonly columns: readonly Column<R>[];
  /** In pages, so that a list of any length is written while it is read. */
  pages(source: ExportSource): AsyncIterable<readonly R[]>;
}

export const column = <R>(sv: string, en: string, cell: Column<R>['cell']): Column<R> => ({
  heading: { sv, en },
  cell,
});

/** As the clock on a Swedish wall shows it: what a spreadsheet takes for a time. */
export const wallTime = (at: Instant | undefined): string | undefined =>
  at === undefined ? undefined : localOf(at).wall.replace('T', ' ');

export async function* linesOf<R>(
  { columns }: Pick<ExportTable<R>, 'columns'>,
  pages: AsyncIterable<readonly R[]>,
  telling: Telling,
): AsyncGenerator<readonly Cell[]> {
  yield columns.map(({ heading }) => heading[telling.language]);
  for await (const page of pages) for (const row of page) yield columns.map(({ cell }) => cell(row, telling));
}
