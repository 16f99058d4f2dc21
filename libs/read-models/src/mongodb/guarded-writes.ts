import type { AnyBulkWriteOperation, Collection } from 'mongodb';
import { onlyMetOthers } from './mongodb-errors.js';
import type { MongodbDatabase } from './mongodb-database.js';
import type { DocWrite, StoredDoc } from './stored-doc.js';

/** Documents of one message to the server. */
const BULK = 1000;
/** Each round writes what another has changed since it was read; only a stale owner of the lease can have. */
const MOST_ROUNDS = 10;

/**
 * Writes documents of one collection: those that were absent are inserted, those that were present replaced while what stands there
 * is older. Never an upsert: where two first writers meet, some servers let the older one win. Done twice it changes nothing.
 */
export async function writeGuarded(
  database: MongodbDatabase,
  writes: readonly DocWrite[],
  nowMs: number,
): Promise<void> {
  const [first] = writes;
  if (!first) return;
  const collection = database.collection<StoredDoc>(first.collection);
  for (let at = 0; at < writes.length; at += BULK) {
    let rest: readonly DocWrite[] = writes.slice(at, at + BULK);
    for (let round = 0; rest.length > 0; round++) {
      if (round === MOST_ROUNDS) throw new Error(`rows of ${first.collection} cannot be written`);
      rest = await attempted(collection, rest, nowMs);
    }
  }
}

/** What is still to be written. */
async function attempted(
  collection: Collection<StoredDoc>,
  writes: readonly DocWrite[],
  nowMs: number,
): Promise<readonly DocWrite[]> {
  const done = await bulk(collection, writes, nowMs);
  if (done === writes.length) return [];
  const ids = writes.map(({ id }) => id);
  const stored = await collection.find({ _id: { $in: ids } }, { projection: { at: 1 }, batchSize: BULK + 1 }).toArray();
  const storedAt = new Map(stored.map(({ _id, at }) => [_id, at]));
  return writes.flatMap((write): readonly DocWrite[] => {
    const at = storedAt.get(write.id);
    if (at === undefined) return write.body ? [{ ...write, isPresent: false }] : [];
    return at < write.at ? [{ ...write, isPresent: true }] : [];
  });
}

async function bulk(collection: Collection<StoredDoc>, writes: readonly DocWrite[], nowMs: number): Promise<number> {
  const operations = writes.map((write) => operationOf(write, nowMs));
  try {
    const { insertedCount, matchedCount } = await collection.bulkWrite(operations, { ordered: false });
    return insertedCount + matchedCount;
  } catch (error) {
    if (!onlyMetOthers(error)) throw error;
    return error.result.insertedCount + error.result.matchedCount;
  }
}

function operationOf({ id, at, isPresent, body }: DocWrite, nowMs: number): AnyBulkWriteOperation<StoredDoc> {
  const document: StoredDoc = body ? { _id: id, at, ...body } : { _id: id, at, gone: nowMs };
  if (!isPresent) return { insertOne: { document } };
  return { replaceOne: { filter: { _id: id, at: { $lt: at } }, replacement: document } };
}
