import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { RawRow } from './raw-row.js';
import { WorkbookIsTooLarge, WorkbookIsUnreadable } from './reading.errors.js';
import type { ReadingLimits } from './reading-limits.js';
import type { WorkbookAnswer, WorkbookBatch, WorkbookTask } from './workbook-protocol.js';

/** The thread runs the built file, or the source where this file is the source. */
const THREAD = new URL(`./workbook-worker${extname(import.meta.filename)}`, import.meta.url);
const BATCH_ROWS = 500;

/** The first sheet of a workbook. Read in a thread with a heap of its own, which ends when the workbook is too large. */
export async function* workbookRows(path: string, limits: ReadingLimits): AsyncGenerator<RawRow, undefined> {
  const workerData: WorkbookTask = { path, unpackedLimitBytes: limits.workbookUnpackedBytes, batchRows: BATCH_ROWS };
  const thread = new Worker(THREAD, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: limits.workbookHeapMb },
  });
  try {
    yield* rowsFrom(thread);
  } finally {
    await thread.terminate();
  }
}

async function* rowsFrom(thread: Worker): AsyncGenerator<RawRow> {
  let line = 0;
  for (let last = false; !last;) {
    const batch = await nextBatch(thread);
    for (const cells of batch.rows) yield { line: ++line, cells };
    last = batch.last;
  }
}

async function nextBatch(thread: Worker): Promise<WorkbookBatch> {
  thread.postMessage('next');
  const [answer] = (await once(thread, 'message').catch(threadEnded)) as [WorkbookAnswer];
  if (!('refused' in answer)) return answer;
  throw answer.refused === 'too-large' ? new WorkbookIsTooLarge() : new WorkbookIsUnreadable();
}

function threadEnded(error: unknown): never {
  if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') throw new WorkbookIsTooLarge();
  throw error;
}
