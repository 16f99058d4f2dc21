import type { Mapping } from '../mapping/import-field.js';
import type { InspectedFile } from '../reading/inspect-file.js';
import { openTable, type TableRow } from '../reading/table.js';
import { chunksOf } from './chunks.js';

const ROWS_AT_ONCE = 1000;
const FIRST_ROWS = 20;

export interface Survey {
  readonly headings: readonly string[];
  readonly mapping: Mapping;
  readonly rows: number;
  /** Enough to show somebody how the file is read. */
  readonly firstRows: readonly TableRow[];
}

/** Reads the file to its end before anything of it is imported: one whose rows cannot be told apart changes nothing. */
export async function survey(
  file: InspectedFile,
  mappingOf: (headings: readonly string[]) => Mapping,
): Promise<Survey> {
  const table = await openTable(file);
  const { headings } = table;
  try {
    const mapping = mappingOf(headings);
    let [rows, firstRows]: [number, readonly TableRow[]] = [0, []];
    for await (const chunk of chunksOf(table.rows, ROWS_AT_ONCE)) {
      if (rows === 0) firstRows = chunk.slice(0, FIRST_ROWS);
      rows += chunk.length;
    }
    return { headings, mapping, rows, firstRows };
  } finally {
    await table.close();
  }
}
