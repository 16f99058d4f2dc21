import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { openText } from './open-text.js';

/** Heading → cell. */
export type CsvRow = Readonly<Record<string, string>>;

/** The rows of a CSV file in their order; read whole, for row by row it takes several times longer. */
export const readRows = async (file: string, delimiter: ',' | ';'): Promise<readonly CsvRow[]> =>
  parse<CsvRow>(await text(await openText(file)), { columns: true, delimiter });

/** @throws RangeError naming the heading when the row has no such cell */
export function cell(row: CsvRow, heading: string): string {
  const value = row[heading];
  if (value === undefined) throw new RangeError(`no column ${heading}`);
  return value;
}

/** @throws RangeError when the cell holds no whole number */
export function wholeNumber(row: CsvRow, heading: string): number {
  const digits = cell(row, heading);
  if (!/^-?\d+$/.test(digits)) throw new RangeError(`column ${heading}: not a whole number`);
  return Number(digits);
}
