import { cell, readRows, wholeNumber } from '../data/read-rows.js';

/** One row of bank-full.csv: a contact of a telephone campaign of which only the last attempt has a result. */
export interface Contact {
  /** 1 for the first row under the headings; the external id of its card. */
  readonly row: number;
  readonly attempts: number;
  /** Of the last attempt. */
  readonly talkSeconds: number;
  readonly sold: boolean;
}

export async function readBankFile(file: string): Promise<readonly Contact[]> {
  const rows = await readRows(file, ';');
  return rows.map((row, index) => ({
    row: index + 1,
    attempts: wholeNumber(row, 'campaign'),
    talkSeconds: wholeNumber(row, 'duration'),
    sold: cell(row, 'y') === 'yes',
  }));
}
