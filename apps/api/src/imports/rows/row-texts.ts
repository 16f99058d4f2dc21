import type { ImportField, Mapping } from '../mapping/import-field.js';
import { keepable } from '../../shared/keepable-text.js';
import type { RowProblem } from './card-draft.js';

/** The mapped cells of a row that hold something. */
export type RowTexts = Readonly<Partial<Record<ImportField, string>>>;

/** Column of each mapped field. */
export type Columns = readonly (readonly [ImportField, number])[];

const LONGEST_TEXT = 300;
const CONTROL_CHARACTERS = /\p{Cc}+/gu;

export const columnsOf = (mapping: Mapping, headings: readonly string[]): Columns =>
  Object.entries(mapping).map(([field, heading]) => [field as ImportField, headings.indexOf(heading)]);

/** Control characters, among them line ends, and what no text may hold count as blanks; letters with marks get their one spelling. */
export function textsOf(cells: readonly string[], columns: Columns): RowTexts {
  const texts = columns.map(([field, column]) => [field, clean(cells[column] ?? '')] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== ''));
}

/** A single quotation mark in front is how a spreadsheet marks digits as text. */
const clean = (cell: string): string =>
  keepable(cell.normalize('NFC'), ' ')
    .replace(CONTROL_CHARACTERS, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'(?=\+?\d)/, '');

export const tooLong = (texts: RowTexts): RowProblem[] =>
  Object.entries(texts)
    .filter(([, text]) => text.length > LONGEST_TEXT)
    .map(([field]) => ({ code: 'text.too-long', field: field as ImportField }));
