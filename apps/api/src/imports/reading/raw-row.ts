/** A row as it stands in the file, before it is compared with the heading. */
export interface RawRow {
  /** Where the row begins; the first line of the file is 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A quotation mark within an unquoted cell: the row is lost, its end is known. */
  readonly brokenQuotes?: true;
}
