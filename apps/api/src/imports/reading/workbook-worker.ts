import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import { readSheet } from 'read-excel-file/node';
import type { WorkbookAnswer, WorkbookTask } from './workbook-protocol.js';

// Runs in a thread of its own: the library unpacks and parses a whole workbook at once, and blocks while it parses.

const { path, unpackedLimitBytes, batchRows } = workerData as WorkbookTask;
/** Deflate unpacks a slice to at most a thousand times its size: what may pass the limit unseen stays small. */
const SLICE_BYTES = 16_384;

class UnpacksTooLarge extends Error {}

/** What is unpacked stands in array buffers of this thread; a workbook made to burst is stopped between two slices. */
async function* guarded(): AsyncGenerator<Buffer> {
  const before = process.memoryUsage().arrayBuffers;
  for await (const slice of createReadStream(path, { highWaterMark: SLICE_BYTES })) {
    if (process.memoryUsage().arrayBuffers - before > unpackedLimitBytes) throw new UnpacksTooLarge();
    yield slice as Buffer;
  }
}

/** Its types say that a day comes as the constructor of one. */
type Cell = string | number | boolean | Date | null;

function textOf(cell: Cell): string {
  if (!(cell instanceof Date)) return String(cell ?? '');
  return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
}

/** Answers the messages sent so far and those to come, in order. */
function answerWith(next: () => WorkbookAnswer): void {
  parentPort?.on('message', () => parentPort?.postMessage(next()));
}

try {
  const rows = await readSheet(Readable.from(guarded(), { objectMode: false }));
  let given = 0;
  answerWith(() => {
    const batch = rows.slice(given, (given += batchRows));
    return { rows: batch.map((row) => (row as Cell[]).map(textOf)), last: given >= rows.length };
  });
} catch (error) {
  answerWith(() => ({ refused: error instanceof UnpacksTooLarge ? 'too-large' : 'unreadable' }));
}
