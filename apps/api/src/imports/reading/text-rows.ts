import { pipeline, Readable } from 'node:stream';
import { parse, type Options, type Parser } from 'csv-parse';
import { decodedText } from './decoded-text.js';
import { delimiterOf, type Delimiter } from './delimiter.js';
import type { TextEncoding } from './inspect-file.js';
import type { RawRow } from './raw-row.js';
import { QuoteIsMisplaced, QuoteIsNotClosed, RowIsTooLarge } from './reading.errors.js';
import type { ReadingLimits } from './reading-limits.js';

const SAMPLE_CHARACTERS = 65_536;

/** Streams the rows of a text file; blank lines are rows of one empty cell. */
export async function* textRows(
  path: string,
  encoding: TextEncoding,
  limits: ReadingLimits,
): AsyncGenerator<RawRow, undefined> {
  const text = decodedText(path, encoding);
  const sample = await takeSample(text);
  yield* parsedRows(continued(sample, text), delimiterOf(sample), limits);
}

async function takeSample(text: AsyncGenerator<string>): Promise<string> {
  let sample = '';
  while (sample.length < SAMPLE_CHARACTERS) {
    const next = await text.next();
    if (next.done) break;
    sample += next.value;
  }
  return sample;
}

async function* continued(sample: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield sample;
  yield* rest;
}

async function* parsedRows(
  text: AsyncGenerator<string>,
  delimiter: Delimiter,
  limits: ReadingLimits,
): AsyncGenerator<RawRow> {
  const lines = new LineCount(limits);
  const options: Options<readonly RawRow[], string[]> = {
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    max_record_size: limits.rowBytes,
    skip_records_with_error: true,
    on_skip: (error) => lines.broken(error?.code, parser.info.lines),
    on_record: (cells, { lines: lastLine }) => lines.read(cells, lastLine),
  };
  // The cast: its types foresee another form of row only together with named columns.
  const parser: Parser = parse(options as unknown as Options);
  // What fails is thrown by the loop below as well.
  pipeline(Readable.from(text), parser, () => undefined);
  for await (const rows of parser as AsyncIterable<readonly RawRow[]>) yield* rows;
  yield* lines.brokenSinceLastRow();
}

/** Where each row begins: the parser knows only the line that it has come to. */
class LineCount {
  private lastLine = 0;
  private brokenRows: RawRow[] = [];

  constructor(private readonly limits: ReadingLimits) {}

  /** With the broken rows that stood before it. */
  read(cells: readonly string[], lastLine: number): readonly RawRow[] {
    this.lastLine = lastLine;
    return [...this.brokenSinceLastRow(), { line: lastLine - lineEndsIn(cells), cells }];
  }

  brokenSinceLastRow(): readonly RawRow[] {
    return this.brokenRows.splice(0);
  }

  /** Called as often as a row is broken; what it throws ends the reading. */
  broken(code: string | undefined, line: number): undefined {
    if (code !== 'INVALID_OPENING_QUOTE') throw this.refusal(code, line);
    if (line > this.lastLine) this.brokenRows.push({ line, cells: [], brokenQuotes: true });
    this.lastLine = line;
  }

  private refusal(code: string | undefined, line: number): Error {
    if (code === 'CSV_MAX_RECORD_SIZE') return new RowIsTooLarge(this.lastLine + 1, this.limits.rowBytes);
    if (code === 'CSV_QUOTE_NOT_CLOSED') return new QuoteIsNotClosed(this.lastLine + 1);
    return new QuoteIsMisplaced(line, this.lastLine + 1);
  }
}

const lineEndsIn = (cells: readonly string[]): number =>
  cells.reduce((ends, cell) => (cell.includes('\n') ? ends + cell.split('\n').length - 1 : ends), 0);
