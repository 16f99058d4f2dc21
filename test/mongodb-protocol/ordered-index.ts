import BTreeModule from 'sorted-btree';
import type { Document } from 'bson';
import { compareValues } from './bson-order.js';
import { indexedValues } from './paths.js';
import type { StoredDoc } from './stored-doc.js';

/** CommonJS: its default export stands one level deeper. */
const BTree = BTreeModule.default;

export interface IndexSpec {
  readonly name: string;
  readonly key: Readonly<Record<string, 1 | -1>>;
  readonly unique?: boolean;
  readonly partialFilterExpression?: Document;
}

/** The indexed values, then the number of the document, which makes every entry its own. */
export type Entry = readonly unknown[];

/** A declared index as a sorted map, so that what a query examines can be counted. */
export class OrderedIndex {
  readonly fields: readonly string[];
  readonly directions: readonly (1 | -1)[];
  /** A document stands in it more than once. */
  isMultikey = false;
  private readonly entries: InstanceType<typeof BTree<Entry, StoredDoc>>;

  constructor(
    readonly spec: IndexSpec,
    private readonly covers: (document: Document) => boolean,
  ) {
    this.fields = Object.keys(spec.key);
    this.directions = Object.values(spec.key);
    this.entries = new BTree<Entry, StoredDoc>(undefined, (a, b) => this.compare(a, b));
  }

  add(doc: StoredDoc): void {
    this.change(undefined, doc);
  }

  /** Most changes leave the indexed values as they are: the entry stays where it is then. */
  change(before: StoredDoc | undefined, after: StoredDoc | undefined): void {
    const kept = after ? this.entriesOf(after) : [];
    const gone = before ? this.entriesOf(before) : [];
    for (const entry of gone) if (!kept.some((other) => this.compare(entry, other) === 0)) this.entries.delete(entry);
    if (after) for (const entry of kept) this.entries.set(entry, after);
  }

  /** From the first entry that is not before these values, in the order of the index. */
  *from(values: readonly unknown[]): Generator<readonly [Entry, StoredDoc]> {
    yield* this.entries.entries(values);
  }

  /** Another document with the same values, where the index forbids it. */
  rivalOf(doc: StoredDoc, instead?: StoredDoc): StoredDoc | undefined {
    if (!this.spec.unique) return undefined;
    for (const entry of this.entriesOf(doc)) {
      const values = entry.slice(0, this.fields.length);
      for (const [found, other] of this.from(values)) {
        if (this.compare(found.slice(0, this.fields.length), values) !== 0) break;
        if (other !== doc && other !== instead) return other;
      }
    }
    return undefined;
  }

  private entriesOf(doc: StoredDoc): readonly Entry[] {
    if (!this.covers(doc.plain)) return [];
    const combined = this.fields.reduce<readonly (readonly unknown[])[]>(
      (entries, field) => entries.flatMap((entry) => this.valuesOf(doc, field).map((value) => [...entry, value])),
      [[]],
    );
    if (combined.length > 1) this.isMultikey = true;
    return combined.map((entry) => [...entry, doc.number]);
  }

  /** A top-level scalar, which most are, without the detour. */
  private valuesOf({ plain }: StoredDoc, field: string): readonly unknown[] {
    const value: unknown = plain[field];
    if (value === undefined || Array.isArray(value)) return indexedValues(plain, field);
    return [value];
  }

  /** A shorter list stands before all that begin with it. */
  private compare(a: Entry, b: Entry): number {
    const length = Math.min(a.length, b.length);
    for (let at = 0; at < length; at++) {
      const compared = compareValues(a[at], b[at]);
      if (compared !== 0) return compared * (this.directions[at] ?? 1);
    }
    return a.length - b.length;
  }
}
