import type { Document } from 'bson';
import { compareValues } from './bson-order.js';
import type { Collection } from './collection.js';
import { CODES, CommandFailed } from './command-failed.js';
import { matcherOf } from './matching.js';
import type { OrderedIndex } from './ordered-index.js';
import { indexedValues } from './paths.js';
import { planOf, scanned, type Examined, type IndexPlan, type SortSpec } from './scan.js';
import type { StoredDoc } from './stored-doc.js';

export interface QueryOf {
  readonly filter?: Document;
  readonly sort?: SortSpec;
  readonly skip?: number;
  /** 0 is none. */
  readonly limit?: number;
  readonly hint?: string | SortSpec;
}

export interface QueryResult {
  readonly docs: readonly StoredDoc[];
  readonly examined: Examined;
  readonly plan?: IndexPlan;
}

/** Runs a query by the best index; a walk or a sort in memory shows in what it examined. */
export function runQuery(collection: Collection | undefined, query: QueryOf): QueryResult {
  const examined = { keys: 0, docs: 0 };
  const whole = { filter: {}, sort: {}, skip: 0, limit: 0, ...present(query) };
  const matches = matcherOf(whole.filter);
  if (!collection) return { docs: [], examined };
  const plan = planOf(collection, whole.filter, whole.sort, hinted(collection, query.hint));
  const docs = sortedDocs(scanned(collection, plan, examined), matches, { ...whole, plan });
  return { docs, examined, ...(plan && { plan }) };
}

interface Wanted {
  readonly sort: SortSpec;
  readonly skip: number;
  readonly limit: number;
  readonly plan: IndexPlan | undefined;
}

function sortedDocs(
  docs: Iterable<StoredDoc>,
  matches: (document: Document) => boolean,
  { sort, skip, limit, plan }: Wanted,
): readonly StoredDoc[] {
  const isSorted = plan?.isSorted ?? Object.keys(sort).length === 0;
  const end = limit === 0 ? Infinity : skip + limit;
  const found = matching(docs, matches, isSorted ? end : Infinity);
  const sorted = isSorted ? found : found.sort((a, b) => compareBy(sort, a.plain, b.plain));
  return sorted.slice(skip, end);
}

const present = (query: QueryOf): QueryOf =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));

function matching(docs: Iterable<StoredDoc>, matches: (document: Document) => boolean, enough: number): StoredDoc[] {
  const found: StoredDoc[] = [];
  for (const doc of docs) {
    if (matches(doc.plain)) found.push(doc);
    if (found.length >= enough) break;
  }
  return found;
}

function compareBy(sort: SortSpec, a: Document, b: Document): number {
  for (const [field, direction] of Object.entries(sort)) {
    const compared = compareValues(sortValue(a, field, direction), sortValue(b, field, direction));
    if (compared !== 0) return compared * direction;
  }
  return 0;
}

/** A list sorts by its smallest member, downwards by its largest. */
const sortValue = (document: Document, field: string, direction: number): unknown =>
  [...indexedValues(document, field)].sort((a, b) => compareValues(a, b) * direction)[0];

function hinted(collection: Collection, hint: string | SortSpec | undefined): OrderedIndex | undefined {
  if (hint === undefined) return undefined;
  const found = collection
    .listIndexes()
    .find(({ spec }) => (typeof hint === 'string' ? spec.name === hint : sameKeys(spec.key, hint)));
  if (!found) throw new CommandFailed(CODES.badValue, 'hint provided does not correspond to an existing index');
  return found;
}

const sameKeys = (a: SortSpec, b: SortSpec): boolean => JSON.stringify(a) === JSON.stringify(b);
