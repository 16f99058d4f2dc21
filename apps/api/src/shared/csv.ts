import type { Options } from 'csv-stringify';

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
