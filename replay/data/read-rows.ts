import { parse } from 'csv-parse';
import { openText } from './open-text.js';

/** Heading → cell. */
export type CsvRow = Readonly<Record<string, string>>;

/** The rows of a CSV file in their order. */
export async function* readRows(file: string, delimiter: ',' | ';'): AsyncGenerator<CsvRow> {
  const text = await openText(file);
  const parser = parse({ columns: true, delimiter });
  text.on('error', (error) => parser.destroy(error));
  // The cast: with `columns` and no `cast`, csv-parse gives objects of text.
  for await (const row of text.pipe(parser)) yield row as CsvRow;
}

/** @throws RangeError naming the heading when the row has no such cell */
export function cell(row: CsvRow, heading: string): string {
  const value = row[heading];
  if (value === undefined) throw new RangeError(`no column ${heading}`);
  return value;
}

/** @throws RangeError when the cell holds no whole number */
export function wholeNumber(row: CsvRow, heading: string): number {
  const text = cell(row, heading);
  if (!/^-?\d+$/.test(text)) throw new RangeError(`column ${heading}: not a whole number`);
  return Number(text);
}
