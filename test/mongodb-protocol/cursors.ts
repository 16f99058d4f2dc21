import { CODES, CommandFailed } from './command-failed.js';
import { cursorReply, type RawDoc } from './raw-doc.js';

const FIRST_BATCH = 101;
const MOST_BYTES = 16 * 1024 * 1024;

interface OpenCursor {
  readonly namespace: string;
  readonly rest: RawDoc[];
}

/** Results that are fetched in batches. */
export class Cursors {
  private readonly open = new Map<bigint, OpenCursor>();
  private last = 1_000_000n;

  /** The first batch; the rest waits under the cursor's id. */
  begin(namespace: string, docs: readonly RawDoc[], batchSize = FIRST_BATCH, isSingle = false): RawDoc {
    const rest = [...docs];
    const batch = nextBatch(rest, batchSize);
    if (rest.length === 0 || isSingle) return cursorReply('firstBatch', batch, { id: 0n, namespace });
    const id = (this.last += 1n);
    this.open.set(id, { namespace, rest });
    return cursorReply('firstBatch', batch, { id, namespace });
  }

  /** @throws CommandFailed where there is no such cursor */
  next(id: bigint, batchSize = Infinity): RawDoc {
    const cursor = this.open.get(id);
    if (!cursor) throw new CommandFailed(CODES.cursorNotFound, `cursor id ${id} not found`);
    const batch = nextBatch(cursor.rest, batchSize);
    if (cursor.rest.length === 0) this.open.delete(id);
    return cursorReply('nextBatch', batch, { id: cursor.rest.length === 0 ? 0n : id, namespace: cursor.namespace });
  }

  kill(id: bigint): boolean {
    return this.open.delete(id);
  }

  killAll(): void {
    this.open.clear();
  }
}

function nextBatch(rest: RawDoc[], batchSize: number): RawDoc[] {
  let bytes = 0;
  const end = rest.findIndex((doc, at) => at >= batchSize || ((bytes += doc.bytes.length) > MOST_BYTES && at > 0));
  return rest.splice(0, end === -1 ? rest.length : end);
}
