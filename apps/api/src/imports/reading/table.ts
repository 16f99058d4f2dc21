import { headingsOf } from './headings.js';
import type { InspectedFile } from './inspect-file.js';
import type { RawRow } from './raw-row.js';
import {
  FileHasNoRows,
  FileHasTooManyColumns,
  FileHasTooManyRows,
  FileIsEmpty,
  QuoteIsMisplaced,
} from './reading.errors.js';
import { READING_LIMITS, type ReadingLimits } from './reading-limits.js';
import { textRows } from './text-rows.js';
import { workbookRows } from './workbook-rows.js';

/** What is wrong with the form of a row; `row.too-short` is a warning, its missing cells count as empty. */
export type RowFormProblem = 'row.broken-quotes' | 'row.too-long' | 'row.too-short' | 'cell.too-long';

export interface TableRow {
  /** Line in the file where the row begins; the first line is 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly problem?: RowFormProblem;
}

/** To be read once, and closed by whoever opened it. */
export interface Table {
  /** No two alike, none empty. */
  readonly headings: readonly string[];
  /** Blank rows are left out. */
  readonly rows: AsyncIterable<TableRow>;
  close(): Promise<unknown>;
}

/** @throws what reading.errors.ts names; also while the rows are read. */
export async function openTable(file: InspectedFile, limits = READING_LIMITS): Promise<Table> {
  const raw = rawRows(file, limits);
  try {
    const headings = headingsOf(await firstFilled(raw));
    if (headings.length > limits.columns) throw new FileHasTooManyColumns(headings.length, limits.columns);
    return { headings, rows: tableRows(raw, headings.length, limits), close: () => raw.return(undefined) };
  } catch (error) {
    await raw.return(undefined);
    throw error;
  }
}

const rawRows = ({ path, form }: InspectedFile, limits: ReadingLimits): AsyncGenerator<RawRow, undefined> =>
  form === 'workbook' ? workbookRows(path, limits) : textRows(path, form, limits);

/** Lines before the heading may be blank. */
async function firstFilled(raw: AsyncGenerator<RawRow, undefined>): Promise<readonly string[]> {
  for (let next = await raw.next(); !next.done; next = await raw.next()) {
    const { line, cells, brokenQuotes } = next.value;
    if (brokenQuotes) throw new QuoteIsMisplaced(line, line);
    if (!isBlank(next.value)) return cells;
  }
  throw new FileIsEmpty();
}

async function* tableRows(raw: AsyncIterable<RawRow>, width: number, limits: ReadingLimits): AsyncGenerator<TableRow> {
  let rows = 0;
  for await (const row of raw) {
    if (isBlank(row)) continue;
    if (++rows > limits.rows) throw new FileHasTooManyRows(limits.rows);
    yield fitted(row, width, limits);
  }
  if (rows === 0) throw new FileHasNoRows();
}

const isBlank = ({ cells, brokenQuotes }: RawRow): boolean =>
  !brokenQuotes && cells.every((cell) => cell.trim() === '');

/** Cells beyond the last heading are let pass while they are empty: some programs write them. */
function fitted({ line, cells, brokenQuotes }: RawRow, width: number, { cellLength }: ReadingLimits): TableRow {
  if (brokenQuotes) return { line, cells, problem: 'row.broken-quotes' };
  if (cells.slice(width).some((cell) => cell.trim() !== '')) return { line, cells, problem: 'row.too-long' };
  if (cells.some((cell) => cell.length > cellLength)) return { line, cells, problem: 'cell.too-long' };
  if (cells.length < width) return { line, cells, problem: 'row.too-short' };
  return { line, cells };
}
