/** What one file may hold. Beyond these the file is refused whole, before anything of it is imported. */
export interface ReadingLimits {
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Characters of one cell; the most that a spreadsheet can hold. A longer one refuses its row only. */
  readonly cellLength: number;
  /** Bytes of one row: stops a quote that is never closed from swallowing the file. */
  readonly rowBytes: number;
  /**
   * A workbook is unpacked and parsed whole in memory: some 60,000 rows of a dozen columns fit. Larger tables come as
   * text files, which are streamed. Buffers that wait to be collected count, hence twice the size of what fits.
   */
  readonly workbookUnpackedBytes: number;
  readonly workbookHeapMb: number;
}

const MEBIBYTE = 1_048_576;

export const READING_LIMITS: ReadingLimits = {
  bytes: 512 * MEBIBYTE,
  rows: 1_000_000,
  columns: 200,
  cellLength: 32_767,
  rowBytes: MEBIBYTE,
  workbookUnpackedBytes: 80 * MEBIBYTE,
  workbookHeapMb: 160,
};
