import { EJSON, type Document } from 'bson';
import type { Collection } from './collection.js';
import { CommandFailed } from './command-failed.js';
import type { Command } from './command.js';
import { runQuery, type QueryOf } from './query.js';
import { RawDoc } from './raw-doc.js';
import type { Request } from './request.js';
import type { StoredDoc } from './stored-doc.js';
import { updated, upserted } from './updating.js';

interface WriteError {
  readonly index: number;
  readonly code: number;
  readonly errmsg: string;
}

/** Statement by statement; an ordered list stops at the first that fails. */
function eachOf(
  statements: readonly RawDoc[],
  { fields }: Request,
  write: (statement: RawDoc, index: number) => void,
): WriteError[] {
  const errors: WriteError[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      write(statement, index);
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error;
      errors.push({ index, code: error.code, errmsg: error.message, ...error.details });
      if (fields['ordered'] !== false) break;
    }
  }
  return errors;
}

const written = (counts: Document, writeErrors: readonly WriteError[]): RawDoc =>
  RawDoc.of({ ...counts, ...(writeErrors.length > 0 && { writeErrors }), ok: 1 });

const insert: Command = (request, { databases }) => {
  const collection = databases.take(request);
  let n = 0;
  const errors = eachOf(request.documents('documents'), request, (document) => {
    collection.insert(document);
    n += 1;
  });
  return written({ n }, errors);
};

interface Updated {
  readonly matched: number;
  readonly modified: number;
  readonly upserted?: StoredDoc;
}

const update: Command = (request, { databases }) => {
  const collection = databases.take(request);
  const sum = { matched: 0, modified: 0 };
  const upserts: Document[] = [];
  const errors = eachOf(request.documents('updates'), request, (statement, index) => {
    const done = updateOne(collection, statement);
    sum.matched += done.matched;
    sum.modified += done.modified;
    if (done.upserted) upserts.push({ index, _id: done.upserted.plain['_id'] as unknown });
  });
  const n = sum.matched + upserts.length;
  return written({ n, nModified: sum.modified, ...(upserts.length > 0 && { upserted: upserts }) }, errors);
};

function updateOne(collection: Collection, statement: RawDoc): Updated {
  // Field by field: the statement as a whole holds the document once more.
  const q = statement.document('q')?.plain ?? {};
  const change = statement.document('u') ?? RawDoc.of({});
  const docs = targets(collection, { filter: q, limit: statement.isTrue('multi') ? 0 : 1 });
  if (docs.length === 0 && statement.isTrue('upsert')) {
    return { matched: 0, modified: 0, upserted: collection.insert(upserted(q, change)) };
  }
  const modified = docs.filter((doc) => changed(collection, doc, change) !== doc);
  return { matched: docs.length, modified: modified.length };
}

function changed(collection: Collection, doc: StoredDoc, change: RawDoc): StoredDoc {
  const after = updated(doc.raw, change);
  return after === doc.raw ? doc : collection.replace(doc, after);
}

/** By key alone, as nearly every write asks, without a plan. */
function targets(collection: Collection, query: QueryOf): readonly StoredDoc[] {
  return runQuery(collection, query).docs;
}

const remove: Command = (request, { databases }) => {
  const collection = databases.find(request);
  let n = 0;
  const errors = eachOf(request.documents('deletes'), request, ({ plain }) => {
    if (!collection) return;
    const { q, limit } = plain as { readonly q: Document; readonly limit: number };
    const docs = targets(collection, { filter: q, limit });
    for (const doc of docs) collection.remove(doc);
    n += docs.length;
  });
  return written({ n }, errors);
};

interface FindAndModify {
  readonly query?: Document;
  readonly sort?: Readonly<Record<string, number>>;
  readonly upsert?: boolean;
  readonly new?: boolean;
}

const findAndModify: Command = (request, { databases }) => {
  const collection = databases.take(request);
  const fields = request.fields as FindAndModify;
  const { query = {}, sort } = fields;
  const [doc] = targets(collection, { filter: query, limit: 1, ...(sort && { sort }) });
  const change = request.body.document('update');
  if (!doc) return missingReply(collection, fields, change);
  if (!change) {
    collection.remove(doc);
    return foundReply(doc);
  }
  const after = changed(collection, doc, change);
  return foundReply(fields.new === true ? after : doc, { updatedExisting: true });
};

function missingReply(collection: Collection, fields: FindAndModify, change: RawDoc | undefined): RawDoc {
  const { query = {}, new: isNew, upsert } = fields;
  if (!change || upsert !== true) return foundReply(undefined);
  const doc = collection.insert(upserted(query, change));
  const upsertedId: unknown = doc.plain['_id'];
  return foundReply(isNew === true ? doc : undefined, { updatedExisting: false, upserted: upsertedId });
}

const foundReply = (doc: StoredDoc | undefined, about: Document = {}): RawDoc =>
  RawDoc.of({ lastErrorObject: { n: doc ? 1 : 0, ...about }, value: doc?.raw.typed() ?? null, ok: 1 });

export const writeCommands: Readonly<Record<string, Command>> = { insert, update, delete: remove, findAndModify };

/** Writes that a driver may send again after a lost answer, by session and number. */
export const retryKeyOf = ({ command, fields }: Request): string | undefined =>
  command in writeCommands && fields['txnNumber'] !== undefined
    ? `${EJSON.stringify(fields['lsid'] as Document)} ${String(fields['txnNumber'])}`
    : undefined;
