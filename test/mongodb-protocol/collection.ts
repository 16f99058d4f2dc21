import { EJSON, type Document } from 'bson';
import { CODES, CommandFailed } from './command-failed.js';
import { matcherOf } from './matching.js';
import { OrderedIndex, type IndexSpec } from './ordered-index.js';
import type { RawDoc } from './raw-doc.js';
import { storedDoc, type StoredDoc } from './stored-doc.js';

const MOST_BYTES = 16 * 1024 * 1024;
const ID_INDEX: IndexSpec = { name: '_id_', key: { _id: 1 }, unique: true };

/** What was there before a write, so that it can be lost again. */
export type OnWrite = (undo: () => void) => void;

const keyOf = (id: unknown): string =>
  typeof id === 'string' ? `s${id}` : typeof id === 'number' ? `n${id}` : EJSON.stringify(id);

/** Documents in the order of their insertion, and their indexes. */
export class Collection {
  private readonly docs = new Map<string, StoredDoc>();
  private readonly indexes = new Map<string, OrderedIndex>();
  private inserted = 0;

  constructor(
    public namespace: string,
    private readonly onWrite: OnWrite,
  ) {
    this.indexes.set(ID_INDEX.name, new OrderedIndex(ID_INDEX, () => true));
  }

  get size(): number {
    return this.docs.size;
  }

  all(): Iterable<StoredDoc> {
    return this.docs.values();
  }

  find(id: unknown): StoredDoc | undefined {
    return this.docs.get(keyOf(id));
  }

  listIndexes(): readonly OrderedIndex[] {
    return [...this.indexes.values()];
  }

  /** @throws CommandFailed where a unique index forbids it */
  insert(raw: RawDoc): StoredDoc {
    const doc = storedDoc(raw, (this.inserted += 1));
    this.put(keyOf(doc.plain['_id']), undefined, doc);
    return doc;
  }

  /** @throws CommandFailed where a unique index forbids it */
  replace(before: StoredDoc, raw: RawDoc): StoredDoc {
    const doc = storedDoc(raw, before.number);
    this.put(keyOf(before.plain['_id']), before, doc);
    return doc;
  }

  remove(doc: StoredDoc): void {
    this.put(keyOf(doc.plain['_id']), doc, undefined);
  }

  createIndex(spec: IndexSpec): void {
    const known = this.indexes.get(spec.name);
    if (known) {
      if (JSON.stringify(known.spec.key) === JSON.stringify(spec.key)) return;
      throw new CommandFailed(CODES.indexKeySpecsConflict, `an index of the name ${spec.name} has other keys`);
    }
    const { partialFilterExpression } = spec;
    const index = new OrderedIndex(spec, partialFilterExpression ? matcherOf(partialFilterExpression) : () => true);
    for (const doc of this.docs.values()) {
      if (index.rivalOf(doc)) throw duplicate(this.namespace, index, doc.plain);
      index.add(doc);
    }
    this.indexes.set(spec.name, index);
  }

  dropIndex(name: string): void {
    if (!this.indexes.delete(name)) throw new CommandFailed(CODES.indexNotFound, `there is no index ${name}`);
  }

  private put(key: string, before: StoredDoc | undefined, after: StoredDoc | undefined): void {
    if (after) this.mustFit(key, before, after);
    this.set(key, before, after);
    this.onWrite(() => this.set(key, after, before));
  }

  private mustFit(key: string, before: StoredDoc | undefined, after: StoredDoc): void {
    if (after.raw.bytes.length > MOST_BYTES) throw new CommandFailed(CODES.objectTooLarge, 'the document is too large');
    if (!before && this.docs.has(key)) throw duplicate(this.namespace, this.indexes.get(ID_INDEX.name), after.plain);
    for (const index of this.indexes.values()) {
      if (index.spec !== ID_INDEX && index.rivalOf(after, before)) throw duplicate(this.namespace, index, after.plain);
    }
  }

  private set(key: string, before: StoredDoc | undefined, after: StoredDoc | undefined): void {
    for (const index of this.indexes.values()) index.change(before, after);
    if (after) this.docs.set(key, after);
    else this.docs.delete(key);
  }
}

function duplicate(namespace: string, index: OrderedIndex | undefined, document: Document): CommandFailed {
  const keyPattern = index?.spec.key ?? {};
  const keyValue = Object.fromEntries(Object.keys(keyPattern).map((field) => [field, document[field] ?? null]));
  const message = `E11000 duplicate key error collection: ${namespace} index: ${index?.spec.name ?? ''}`;
  return new CommandFailed(CODES.duplicateKey, message, { keyPattern, keyValue });
}
