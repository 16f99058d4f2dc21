import { pipeline, Readable } from 'node:stream';
import { stringify, type Options } from 'csv-stringify';
import type { Language } from '../texts/texts.js';

export type Cell = string | number | undefined;

/** Opens in a spreadsheet as it is: semicolons and a byte order mark, since that is what a Swedish one expects. */
export const CSV_OPTIONS: Options = {
  bom: true,
  delimiter: ';',
  record_delimiter: 'windows',
  // A text that a spreadsheet would take for a formula gets an apostrophe in front.
  escape_formulas: true,
};

export const CSV_TYPE = 'text/csv; charset=utf-8';

export const asAttachment = (name: string): string => `attachment; filename="${name}.csv"`;

/** Whole numbers and decimals as the spreadsheet of the language reads them: a Swedish one takes a point for text, or for a date. */
export const csvOptions = (language: Language): Options => ({
  ...CSV_OPTIONS,
  ...(language === 'sv' && { cast: { number: (value: number) => String(value).replace('.', ',') } }),
});

/** Written while it is read. What fails reaches the reader of the file; a reader who leaves ends the reading. */
export function csvStream(lines: AsyncIterable<readonly Cell[]>): Readable {
  const csv = stringify(CSV_OPTIONS);
  pipeline(Readable.from(lines), csv, () => undefined);
  return csv;
}
