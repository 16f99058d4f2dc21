import { Binary, BSON, type Collection } from 'mongodb';
import type { Control, JournalledCommit } from './control.js';
import { WritesLost } from '../store/read-store.errors.js';
import type { Keyed, MongodbDatabase } from './mongodb-database.js';
import { unlessDuplicate } from './mongodb-errors.js';
import type { DocWrite } from './stored-doc.js';

/** Well below what a document may hold. */
const PART_BYTES = 8 * 1024 * 1024;
/** A row of this size could be journalled and then not be written. */
const MOST_BYTES = 15 * 1024 * 1024;

interface JournalPart extends Keyed {
  readonly writtenMs: number;
  readonly writes: Binary;
}

/** A commit as it is to be written, stored whole before any of it is: whoever holds the lease can finish it, however often. */
export class Journal {
  private readonly parts: Collection<JournalPart>;

  constructor(
    database: MongodbDatabase,
    private readonly nowMs: () => number,
  ) {
    this.parts = database.collection<JournalPart>('journal');
  }

  /** Returns in how many parts. @throws RangeError on a row that no document can hold */
  async write(batch: string, writes: readonly DocWrite[]): Promise<number> {
    const parts = partsOf(writes);
    for (const [at, bytes] of parts.entries()) {
      const part = { _id: partId(batch, at), writtenMs: this.nowMs(), writes: new Binary(bytes) };
      await this.parts.insertOne(part).catch(unlessDuplicate);
    }
    return parts.length;
  }

  /** @throws WritesLost */
  async read(written: JournalledCommit): Promise<readonly DocWrite[]> {
    const found = await this.parts.find({ _id: { $in: partIds(written) } }).toArray();
    if (found.length !== written.parts) throw new WritesLost('commit');
    return found.flatMap(({ writes }) => writesIn(writes.buffer));
  }

  /** This commit only: one that has lost the lease unseen must not take away what its successor needs. */
  async forget(written: JournalledCommit): Promise<void> {
    await this.parts.deleteMany({ _id: { $in: partIds(written) } });
  }

  /** What was never decided on. */
  async forgetBefore(writtenMs: number, { pending, ended }: Control): Promise<void> {
    const kept = [pending, ended].flatMap((commit) => (commit ? partIds(commit) : []));
    await this.parts.deleteMany({ writtenMs: { $lt: writtenMs }, _id: { $nin: kept } });
  }
}

const partId = (batch: string, at: number): string => `${batch}/${at}`;
const partIds = ({ batch, parts }: JournalledCommit): string[] =>
  Array.from({ length: parts }, (_, at) => partId(batch, at));

function partsOf(writes: readonly DocWrite[]): Buffer[] {
  const parts: Buffer[] = [];
  let held: Uint8Array[] = [];
  let bytes = 0;
  for (const write of writes) {
    const document = BSON.serialize(write, { ignoreUndefined: true });
    if (document.length > MOST_BYTES) throw new RangeError(`a row of ${write.collection} is too large for MongoDB`);
    if (bytes + document.length > PART_BYTES && held.length > 0) {
      parts.push(Buffer.concat(held));
      [held, bytes] = [[], 0];
    }
    held.push(document);
    bytes += document.length;
  }
  return held.length > 0 ? [...parts, Buffer.concat(held)] : parts;
}

function writesIn(bytes: Uint8Array): DocWrite[] {
  const buffer = Buffer.from(bytes);
  const writes: DocWrite[] = [];
  for (let at = 0; at < buffer.length;) {
    const length = buffer.readInt32LE(at);
    // The cast: what `write` stored.
    writes.push(BSON.deserialize(buffer.subarray(at, at + length)) as DocWrite);
    at += length;
  }
  return writes;
}
