import { Decimal128, Long, ObjectId, type Document } from 'bson';
import { update as applyUpdate } from 'mingo';
import { isDocument } from './bson-order.js';
import { CODES, CommandFailed } from './command-failed.js';
import { RawDoc } from './raw-doc.js';

/** A whole document takes the place of the old one; otherwise there are operators. */
export const isReplacement = (update: RawDoc): boolean => !(update.firstField() ?? '').startsWith('$');

/** The document after an update; the same object where nothing changes. @throws CommandFailed */
export function updated(before: RawDoc, update: RawDoc): RawDoc {
  if (isReplacement(update)) {
    const after = update.withIdOf(before);
    return after.bytes.equals(before.bytes) ? before : after;
  }
  const { $setOnInsert: _, ...operators } = update.plain;
  const after = withSet(before, operators, update) ?? withOperators(before, operators, update);
  return after.bytes.equals(before.bytes) ? before : after;
}

/** The document that an upsert makes: the equalities of the filter, then the update. */
export function upserted(filter: Document, update: RawDoc): RawDoc {
  const equalities = Object.entries(filter).filter(([field, value]) => !field.startsWith('$') && !hasOperators(value));
  const seed = withId(Object.fromEntries(equalities));
  if (isReplacement(update)) {
    const replacement = update.plain['_id'] === undefined ? seed : update;
    return update.withIdOf(replacement);
  }
  const { $setOnInsert: onInsert = {}, ...operators } = update.plain as Readonly<Record<string, Document>>;
  const $set = { ...operators['$set'], ...onInsert };
  return withOperators(seed, { ...operators, $set }, update);
}

const withId = (document: Document): RawDoc => RawDoc.of({ _id: new ObjectId(), ...document });

const hasOperators = (value: unknown): boolean =>
  isDocument(value) && Object.keys(value).some((name) => name.startsWith('$'));

/** Nearly every update sets some fields and does nothing else: their bytes take the place of the old ones. Undefined for any other. */
function withSet(before: RawDoc, { $set, ...others }: Document, update: RawDoc): RawDoc | undefined {
  const values = update.document('$set')?.values() ?? [];
  const paths = values.map(([path]) => path);
  if ($set === undefined || Object.keys(others).length > 0 || !paths.every((path) => isPlain(path, paths)))
    return undefined;
  return values.reduce<RawDoc | undefined>((doc, [path, value]) => doc?.withValue(path, value), before);
}

/** Neither the key of the document nor above another path, and without placeholders. */
const isPlain = (path: string, paths: readonly string[]): boolean =>
  path.split('.').every((field) => field !== '' && field !== '_id' && !field.startsWith('$')) &&
  !paths.some((other) => other.startsWith(`${path}.`));

function withOperators(before: RawDoc, operators: Document, update: RawDoc): RawDoc {
  mustBeApplicable(before.plain, operators);
  const plain = new RawDoc(before.bytes).plain;
  attempted(() => applyUpdate(plain, operators));
  mustKeepId(before.plain, plain);
  return RawDoc.of(retyped(plain, before.typed(), typedOperands(update)) as Document);
}

/** mingo passes over what MongoDB refuses. */
function mustBeApplicable(document: Document, operators: Document): void {
  const increments = Object.keys((operators['$inc'] ?? {}) as Document);
  const refused = increments.find((field) => document[field] !== undefined && typeof document[field] !== 'number');
  if (refused !== undefined) throw new CommandFailed(CODES.typeMismatch, `cannot increment ${refused}`);
}

function mustKeepId(before: Document, after: Document): void {
  if (before['_id'] === undefined || JSON.stringify(before['_id']) === JSON.stringify(after['_id'])) return;
  throw new CommandFailed(CODES.immutableField, 'the _id cannot change');
}

function attempted(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    const message = error instanceof Error ? error.message : 'bad update';
    if (message.includes('immutable')) throw new CommandFailed(CODES.immutableField, message);
    if (message.includes('conflict')) throw new CommandFailed(CODES.conflictingUpdate, message);
    throw new CommandFailed(CODES.badValue, message);
  }
}

/** What the update sets under which path, with its types. */
const typedOperands = (update: RawDoc): Document => {
  const { $set = {}, $setOnInsert = {}, $min = {}, $max = {} } = update.typed() as Readonly<Record<string, Document>>;
  return { ...$min, ...$max, ...$set, ...$setOnInsert };
};

/** Numbers that the update left alone, or set, keep their types; those that were worked out get the usual one. */
function retyped(value: unknown, typed: unknown, operands: Document, path = ''): unknown {
  const candidates = [operands[path] as unknown, typed];
  const same = candidates.find((candidate) => isSameNumber(value, candidate));
  if (same !== undefined) return same;
  if (!isDocument(value) || value.constructor !== Object) return value;
  const was = isDocument(typed) ? typed : {};
  const entries = Object.entries(value).map(([field, one]) => {
    const at = path === '' ? field : `${path}.${field}`;
    return [field, retyped(one, was[field], operands, at)] as const;
  });
  return Object.fromEntries(entries);
}

const isSameNumber = (value: unknown, typed: unknown): boolean =>
  typeof value === 'number' && isDocument(typed) && Number(numberOf(typed)) === value;

const numberOf = (typed: Readonly<Record<string, unknown>>): unknown =>
  typed instanceof Long || typed instanceof Decimal128 ? typed.toString() : typed['value'];
