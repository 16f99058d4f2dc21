import type { Collection, Document } from 'mongodb';
import type { RowChange, ViewChanges } from '../store/projection-store.js';
import type { Row, Scalar } from '../store/row.js';
import { groupName, valuesOf } from '../store/seek-plan.js';
import type { View } from '../store/view.js';
import type { MongodbDatabase } from './mongodb-database.js';
import { fieldPath } from './row-writes.js';
import { storedAt } from './stored-at.js';
import type { CounterDoc, DocWrite } from './stored-doc.js';
import { onlyMetOthers, withoutLostCursor } from './mongodb-errors.js';

const COUNTERS = 'counters';
/** Sorts behind every text that begins with what stands before it. */
const LAST = '\u{10FFFF}';
const BATCH = 1000;

/** What the ids of a group's counters begin with. */
const groupPrefix = (counters: string, view: string, group: string): string => `${counters}/${view}/${group}/`;

/** How many rows of a version have the same values; written with the rows of the same commit, as whole numbers, never added to. */
export class Counters {
  private readonly counters: Collection<CounterDoc>;

  constructor(private readonly database: MongodbDatabase) {
    this.counters = database.collection<CounterDoc>(COUNTERS);
  }

  /** What a commit makes of the counters that its rows touch. */
  async writesOf(counters: string, changes: readonly ViewChanges[], at: string): Promise<DocWrite[]> {
    const sums = sumsOf(counters, changes);
    const stored = await this.load([...sums.keys()]);
    return [...sums].map(([id, sum]) => {
      const before = stored.get(id);
      const n = (before?.n ?? 0) + sum;
      return { collection: COUNTERS, id, at, isPresent: before !== undefined, ...(n !== 0 && { body: { n } }) };
    });
  }

  /** After bulk loading: from the rows as they stand, under ids that nobody writes to yet. */
  async countAll(counters: string, view: View, collection: string): Promise<void> {
    for (const fields of view.counts) {
      const groups = this.database
        .collection(collection)
        .aggregate(groupingBy(fields), { allowDiskUse: true, batchSize: BATCH });
      const prefix = groupPrefix(counters, view.name, groupName(fields));
      let documents: CounterDoc[] = [];
      for await (const { _id, n } of groups) {
        // The casts: what the pipeline makes.
        const values = fields.map((_, place) => (_id as Record<string, Scalar>)[`v${place}`]);
        documents.push({ _id: prefix + JSON.stringify(values), at: storedAt(0n, 0), n: n as number });
        if (documents.length < BATCH) continue;
        await this.insert(documents);
        documents = [];
      }
      await this.insert(documents);
    }
  }

  async one(counters: string, view: View, { group, values }: CounterOf): Promise<number> {
    const found = await this.counters.findOne({
      _id: groupPrefix(counters, view.name, group) + JSON.stringify(values),
    });
    return found?.n ?? 0;
  }

  /** All above 0 whose first values are these. */
  async beginningWith(counters: string, view: View, { group, values, isWhole }: CountersOf): Promise<CounterDoc[]> {
    const prefix = groupPrefix(counters, view.name, group);
    const text = prefix + JSON.stringify(values);
    const from = values.length > 0 ? `${text.slice(0, -1)},` : `${prefix}[`;
    const range = isWhole ? text : { $gte: from, $lt: from + LAST };
    return withoutLostCursor(() =>
      this.counters
        .find({ _id: range, n: { $gt: 0 } })
        .sort({ _id: 1 })
        .toArray(),
    );
  }

  async forget(counters: string): Promise<void> {
    await this.counters.deleteMany({ _id: { $gte: `${counters}/`, $lt: `${counters}/${LAST}` } });
  }

  private async insert(documents: readonly CounterDoc[]): Promise<void> {
    if (documents.length === 0) return;
    await this.counters.insertMany(documents, { ordered: false }).catch((error: unknown) => {
      // Our own, sent twice after a lost answer.
      if (!onlyMetOthers(error)) throw error;
    });
  }

  private async load(ids: readonly string[]): Promise<ReadonlyMap<string, CounterDoc>> {
    if (ids.length === 0) return new Map();
    const find = { _id: { $in: ids } };
    const found = await withoutLostCursor(() => this.counters.find(find, { batchSize: BATCH }).toArray());
    return new Map(found.map((counter) => [counter._id, counter]));
  }
}

export interface CounterOf {
  readonly group: string;
  readonly values: readonly Scalar[];
}

export interface CountersOf extends CounterOf {
  /** The values are all that the group has. */
  readonly isWhole: boolean;
}

/** The values that an id ends with. */
export const counterValues = ({ _id }: CounterDoc): Scalar[] => JSON.parse(_id.slice(_id.indexOf('['))) as Scalar[];

function groupingBy(fields: readonly string[]): Document[] {
  const present = fields.map((field) => [fieldPath(field), { $exists: true }] as const);
  const values = fields.map((field, place) => [`v${place}`, `$${fieldPath(field)}`] as const);
  return [{ $match: Object.fromEntries(present) }, { $group: { _id: Object.fromEntries(values), n: { $sum: 1 } } }];
}

function sumsOf(counters: string, changes: readonly ViewChanges[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { view, rows } of changes) {
    for (const fields of view.counts) {
      const prefix = groupPrefix(counters, view.name, groupName(fields));
      for (const change of rows) addChange(sums, prefix, change, fields);
    }
  }
  return new Map([...sums].filter(([, sum]) => sum !== 0));
}

function addChange(
  sums: Map<string, number>,
  prefix: string,
  { before, after }: RowChange,
  fields: readonly string[],
): void {
  const was = valuesText(before?.row, fields);
  const is = valuesText(after.row, fields);
  if (was === is) return;
  if (was !== undefined) sums.set(prefix + was, (sums.get(prefix + was) ?? 0) - 1);
  if (is !== undefined) sums.set(prefix + is, (sums.get(prefix + is) ?? 0) + 1);
}

function valuesText(row: Row | undefined, fields: readonly string[]): string | undefined {
  const values = row && valuesOf(row, fields);
  return values && JSON.stringify(values);
}
