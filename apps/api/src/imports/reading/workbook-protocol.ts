// What the thread that reads a workbook is given, and what it answers.

export interface WorkbookTask {
  readonly path: string;
  readonly unpackedLimitBytes: number;
  readonly batchRows: number;
}

export interface WorkbookBatch {
  readonly rows: readonly (readonly string[])[];
  readonly last: boolean;
}

/** One answer to every message that the thread is sent. */
export type WorkbookAnswer = WorkbookBatch | { readonly refused: 'too-large' | 'unreadable' };
