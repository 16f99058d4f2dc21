import { CODES, CommandFailed } from './command-failed.js';
import type { Command } from './command.js';
import type { IndexSpec } from './ordered-index.js';
import { RawDoc } from './raw-doc.js';
import { MAX_MESSAGE_BYTES } from './wire.js';

/** Of MongoDB 7.0. */
const WIRE_VERSION = 21;
const SESSION_MINUTES = 30;

const ok: Command = () => RawDoc.of({ ok: 1 });

const hello: Command = (_, { address, isReplicaSet }) =>
  RawDoc.of({
    helloOk: true,
    isWritablePrimary: true,
    ismaster: true,
    maxBsonObjectSize: 16 * 1024 * 1024,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: SESSION_MINUTES,
    minWireVersion: 0,
    maxWireVersion: WIRE_VERSION,
    readOnly: false,
    ...(isReplicaSet && {
      setName: 'double',
      setVersion: 1,
      secondary: false,
      hosts: [address],
      primary: address,
      me: address,
    }),
    ok: 1,
  });

const createIndexes: Command = (request, { databases }) => {
  const collection = databases.take(request);
  const before = collection.listIndexes().length;
  for (const spec of request.documents('indexes')) collection.createIndex(spec.plain as IndexSpec);
  return RawDoc.of({ numIndexesBefore: before, numIndexesAfter: collection.listIndexes().length, ok: 1 });
};

const listIndexes: Command = (request, { databases, cursors }) => {
  const collection = databases.find(request);
  if (!collection) throw new CommandFailed(CODES.namespaceNotFound, `there is no ${String(request.target)}`);
  const indexes = collection.listIndexes().map(({ spec }) => RawDoc.of({ v: 2, ...spec }));
  return cursors.begin(collection.namespace, indexes);
};

const dropIndexes: Command = (request, { databases }) => {
  databases.find(request)?.dropIndex(String(request.fields['index']));
  return RawDoc.of({ ok: 1 });
};

const drop: Command = (request, { databases }) => {
  const wasThere = databases.drop(request);
  return RawDoc.of({ ...(wasThere && { ns: `${request.database}.${String(request.target)}` }), ok: 1 });
};

const dropDatabase: Command = ({ database }, { databases }) => {
  databases.dropAll(database);
  return RawDoc.of({ dropped: database, ok: 1 });
};

const renameCollection: Command = ({ target, fields }, { databases }) => {
  databases.rename(String(target), String(fields['to']), fields['dropTarget'] === true);
  return RawDoc.of({ ok: 1 });
};

const listCollections: Command = ({ database }, { databases, cursors }) => {
  const listed = databases.named(database).map((name) => RawDoc.of({ name, type: 'collection' }));
  return cursors.begin(`${database}.$cmd.listCollections`, listed);
};

export const administrationCommands: Readonly<Record<string, Command>> = {
  hello,
  isMaster: hello,
  ismaster: hello,
  ping: ok,
  endSessions: ok,
  createIndexes,
  listIndexes,
  dropIndexes,
  drop,
  dropDatabase,
  renameCollection,
  listCollections,
};
