import { deserialize, onDemand, serialize, type Document } from 'bson';

interface Element {
  readonly type: number;
  /** Of the whole element, its type and name included. */
  readonly startsAt: number;
  readonly valueAt: number;
  readonly endsAt: number;
}

/** The value of one field, in its own type. */
export interface RawValue {
  readonly type: number;
  readonly bytes: Uint8Array;
}

const DOCUMENT = 3;
const ARRAY = 4;
const BOOLEAN = 8;
const INT64 = 18;

/** One BSON document whose bytes are passed on as they came, so that every type comes back as it went. */
export class RawDoc {
  private read?: Document;
  private found?: ReadonlyMap<string, Element>;

  constructor(readonly bytes: Buffer) {}

  static of(document: Document): RawDoc {
    return new RawDoc(Buffer.from(serialize(document, { ignoreUndefined: true })));
  }

  static at(bytes: Buffer, at: number): RawDoc {
    return new RawDoc(bytes.subarray(at, at + bytes.readInt32LE(at)));
  }

  /** With JavaScript's own numbers: what queries, sorting and updates are worked out on. Never written to. */
  get plain(): Document {
    return (this.read ??= deserialize(this.bytes));
  }

  /** A copy whose numbers keep their types. */
  typed(): Document {
    return deserialize(this.bytes, { promoteValues: false });
  }

  firstField(): string | undefined {
    return this.elements.keys().next().value;
  }

  /** Undefined where the field is missing or holds no document. */
  document(field: string, types: readonly number[] = [DOCUMENT, ARRAY]): RawDoc | undefined {
    const element = this.elements.get(field);
    if (!element || !types.includes(element.type)) return undefined;
    return new RawDoc(this.bytes.subarray(element.valueAt, element.endsAt));
  }

  /** The documents of a list. */
  documents(field: string): readonly RawDoc[] {
    const list = this.document(field);
    if (!list) return [];
    return [...list.elements.keys()].flatMap((at) => list.document(at) ?? []);
  }

  isTrue(field: string): boolean {
    const element = this.elements.get(field);
    return element?.type === BOOLEAN && this.bytes[element.valueAt] === 1;
  }

  long(field: string): bigint | undefined {
    const element = this.elements.get(field);
    if (element?.type === INT64) return this.bytes.readBigInt64LE(element.valueAt);
    const value: unknown = this.plain[field];
    return typeof value === 'number' ? BigInt(value) : undefined;
  }

  /** What its fields hold, in their order. */
  values(): [string, RawValue][] {
    return [...this.elements].map(([field, { type, valueAt, endsAt }]) => [
      field,
      { type, bytes: this.bytes.subarray(valueAt, endsAt) },
    ]);
  }

  /** The same with this value under a dotted path. Undefined where something that is no document stands on the way. */
  withValue(path: string, value: RawValue): RawDoc | undefined {
    const dot = path.indexOf('.');
    if (dot === -1) return this.withField(path, value);
    const field = path.slice(0, dot);
    const inner = this.elements.has(field) ? this.document(field, [DOCUMENT]) : RawDoc.of({});
    const changed = inner?.withValue(path.slice(dot + 1), value);
    return changed && this.withField(field, { type: DOCUMENT, bytes: changed.bytes });
  }

  /** The same with another document's `_id` before all its own fields. */
  withIdOf(other: RawDoc): RawDoc {
    const id = other.elementBytes('_id');
    const own = this.elements.get('_id');
    const rest = own
      ? [this.bytes.subarray(4, own.startsAt), this.bytes.subarray(own.endsAt)]
      : [this.bytes.subarray(4)];
    return documentOf([id, ...rest]);
  }

  /** In its old place, or behind all others. */
  private withField(field: string, { type, bytes }: RawValue): RawDoc {
    const last = this.bytes.length - CLOSING.length;
    const { startsAt, endsAt } = this.elements.get(field) ?? { startsAt: last, endsAt: last };
    return documentOf([this.bytes.subarray(4, startsAt), named(type, field), bytes, this.bytes.subarray(endsAt)]);
  }

  private elementBytes(field: string): Buffer {
    const element = this.elements.get(field);
    return element ? this.bytes.subarray(element.startsAt, element.endsAt) : Buffer.alloc(0);
  }

  private get elements(): ReadonlyMap<string, Element> {
    return (this.found ??= elementsOf(this.bytes));
  }
}

function elementsOf(bytes: Buffer): ReadonlyMap<string, Element> {
  const elements = new Map<string, Element>();
  for (const [type, nameAt, nameLength, valueAt, length] of onDemand.parseToElements(bytes)) {
    const name = bytes.toString('utf8', nameAt, nameAt + nameLength);
    elements.set(name, { type, startsAt: nameAt - 1, valueAt, endsAt: valueAt + length });
  }
  return elements;
}

/** From elements, the last of which brings the closing byte. */
function documentOf(parts: readonly Uint8Array[]): RawDoc {
  const bytes = Buffer.concat([Buffer.alloc(4), ...parts]);
  bytes.writeInt32LE(bytes.length, 0);
  return new RawDoc(bytes);
}

/** `{cursor: {firstBatch | nextBatch: [...], id, ns}, ok: 1}` around documents as they are stored. */
export function cursorReply(batch: 'firstBatch' | 'nextBatch', documents: readonly RawDoc[], of: CursorOf): RawDoc {
  const listed = documents.flatMap(({ bytes }, at) => [named(DOCUMENT, String(at)), bytes]);
  const list = documentOf([...listed, CLOSING]).bytes;
  const { bytes: rest } = RawDoc.of({ id: of.id, ns: of.namespace });
  const cursor = documentOf([named(ARRAY, batch), list, rest.subarray(4)]).bytes;
  return documentOf([named(DOCUMENT, 'cursor'), cursor, RawDoc.of({ ok: 1 }).bytes.subarray(4)]);
}

export interface CursorOf {
  readonly id: bigint;
  readonly namespace: string;
}

const CLOSING = Buffer.alloc(1);
const named = (type: number, name: string): Buffer => Buffer.concat([Buffer.of(type), Buffer.from(`${name}\0`)]);
