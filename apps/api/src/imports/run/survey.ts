import { confirmMapping } from '../mapping/confirm-mapping.js';
import type { Mapping } from '../mapping/import-field.js';
import type { InspectedFile } from '../reading/inspect-file.js';
import { openTable } from '../reading/table.js';
import { chunksOf } from './chunks.js';

const ROWS_AT_ONCE = 1000;

export interface Survey {
  readonly mapping: Mapping;
  readonly rows: number;
}

/** Reads the file to its end before anything of it is imported: one whose rows cannot be told apart changes nothing. */
export async function survey(
  file: InspectedFile,
  asked: Readonly<Record<string, string>> | undefined,
): Promise<Survey> {
  const table = await openTable(file);
  try {
    const mapping = confirmMapping(asked, table.headings);
    let rows = 0;
    for await (const { length } of chunksOf(table.rows, ROWS_AT_ONCE)) rows += length;
    return { mapping, rows };
  } finally {
    await table.close();
  }
}
