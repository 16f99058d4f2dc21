import type { Document, Long } from 'bson';
import { aggregate, find } from 'mingo';
import { compareValues } from './bson-order.js';
import { CODES, CommandFailed } from './command-failed.js';
import type { Command, ServerState } from './command.js';
import { valuesAt } from './paths.js';
import { runQuery, type QueryOf, type QueryResult } from './query.js';
import { RawDoc } from './raw-doc.js';
import { innerRequest, type Request } from './request.js';
import { inTimeZones } from './time-zones.js';

const namespaceOf = ({ database, target }: Request): string => `${database}.${String(target)}`;

const findDocs: Command = (request, state) => {
  const { docs } = runQuery(state.databases.find(request), queryOf(request.fields));
  const { projection, batchSize, singleBatch } = request.fields as FindFields;
  const isEmpty = !projection || Object.keys(projection).length === 0;
  const shown = isEmpty ? docs.map(({ raw }) => raw) : docs.map(({ plain }) => projected(plain, projection));
  return state.cursors.begin(namespaceOf(request), shown, batchSize, singleBatch);
};

interface FindFields {
  readonly projection?: Document;
  readonly batchSize?: number;
  readonly singleBatch?: boolean;
}

/** In the order of the document's own fields. */
function projected(document: Document, projection: Document): RawDoc {
  const shown = find<Document>([document], {}, projection).all()[0] ?? {};
  const fields = Object.keys(document).filter((field) => field in shown);
  return RawDoc.of(Object.fromEntries(fields.map((field) => [field, shown[field] as unknown])));
}

/** The cast: the command's own fields. */
const queryOf = (fields: Document): QueryOf => fields;

const getMore: Command = ({ body, fields }, { cursors }) =>
  cursors.next(body.long('getMore') ?? 0n, (fields as FindFields).batchSize);

const killCursors: Command = ({ body }, { cursors }) => {
  // The cast: the command names cursors.
  const ids = (body.typed()['cursors'] as readonly Long[]).map((id) => id.toBigInt());
  const killed = ids.filter((id) => cursors.kill(id));
  const missing = ids.filter((id) => !killed.includes(id));
  return RawDoc.of({ cursorsKilled: killed, cursorsNotFound: missing, cursorsAlive: [], cursorsUnknown: [], ok: 1 });
};

interface Pipeline {
  readonly query: QueryOf;
  /** The stages behind those that the query does. */
  readonly rest: readonly Document[];
}

/** Leading `$match`, `$sort`, `$skip` and `$limit` are done by the indexes. */
function pipelineOf({ fields }: Request): Pipeline {
  // The cast: the command's own fields.
  const stages = [...(fields['pipeline'] as Document[])];
  const query: Record<string, unknown> = { hint: fields['hint'] as unknown };
  for (const [stage, name] of LEADING) {
    if (stages[0] && stage in stages[0]) query[name] = stages.shift()?.[stage];
  }
  return { query, rest: stages };
}

const LEADING = [
  ['$match', 'filter'],
  ['$sort', 'sort'],
  ['$skip', 'skip'],
  ['$limit', 'limit'],
] as const;

const aggregateDocs: Command = (request, state) => {
  if (request.fields['explain'] === true) return explained(request, state);
  const { query, rest } = pipelineOf(request);
  const { docs } = runQuery(state.databases.find(request), query);
  const { cursor = {} } = request.fields as { readonly cursor?: FindFields };
  const results =
    rest.length === 0
      ? docs.map(({ raw }) => raw)
      : staged(
          docs.map(({ plain }) => plain),
          rest,
        );
  return state.cursors.begin(namespaceOf(request), results, cursor.batchSize);
};

function staged(documents: readonly Document[], stages: readonly Document[]): readonly RawDoc[] {
  try {
    return aggregate([...documents], inTimeZones([...stages])).map((document) => RawDoc.of(document));
  } catch (error) {
    const message = error instanceof Error ? error.message : 'bad pipeline';
    const isUnknown = message.includes('pipeline operator');
    throw new CommandFailed(isUnknown ? CODES.unknownStage : CODES.badValue, message);
  }
}

const count: Command = (request, { databases }) => {
  const { query: filter, ...rest } = request.fields;
  const { docs } = runQuery(databases.find(request), queryOf({ ...rest, filter }));
  return RawDoc.of({ n: docs.length, ok: 1 });
};

const distinct: Command = (request, { databases }) => {
  const { key, query: filter } = request.fields as { readonly key: string; readonly query?: Document };
  const { docs } = runQuery(databases.find(request), queryOf({ filter }));
  const values: unknown[] = [];
  for (const value of docs.flatMap(({ plain }) => valuesAt(plain, key).flat())) {
    if (value !== undefined && !values.some((known) => compareValues(known, value) === 0)) values.push(value);
  }
  return RawDoc.of({ values, ok: 1 });
};

const explain: Command = (request, state) => {
  const inner = request.body.document('explain');
  if (!inner) throw new CommandFailed(CODES.typeMismatch, 'explain needs a command');
  return explained(innerRequest(request, inner), state);
};

function explained(request: Request, { databases }: ServerState): RawDoc {
  const filter: unknown = request.fields['filter'] ?? request.fields['query'];
  const query = request.command === 'aggregate' ? pipelineOf(request).query : queryOf({ ...request.fields, filter });
  const { docs, examined, plan }: QueryResult = runQuery(databases.find(request), query);
  const stage = plan ? { stage: 'IXSCAN', indexName: plan.index.spec.name } : { stage: 'COLLSCAN' };
  return RawDoc.of({
    queryPlanner: { winningPlan: stage },
    executionStats: {
      executionSuccess: true,
      nReturned: docs.length,
      totalKeysExamined: examined.keys,
      totalDocsExamined: examined.docs,
    },
    ok: 1,
  });
}

export const readCommands: Readonly<Record<string, Command>> = {
  find: findDocs,
  getMore,
  killCursors,
  aggregate: aggregateDocs,
  count,
  distinct,
  explain,
};
