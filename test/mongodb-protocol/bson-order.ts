import { Decimal128, Long, MaxKey, MinKey, ObjectId, Binary, Timestamp } from 'bson';

/** Behind every value, for bounds of a seek. */
export const BEHIND_ALL = Symbol('behind all');

const FIRST_SURROGATE = 0xd800;

/** How MongoDB sorts values of whichever types. Missing is null. */
export function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0;
  const rank = rankOf(a);
  const other = rankOf(b);
  if (rank !== other) return rank - other;
  return compareAlike(a, b);
}

/** Comparisons in a filter never match another type. */
export const isSameType = (a: unknown, b: unknown): boolean => rankOf(a) === rankOf(b);

function compareAlike(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b);
  if (isDocument(a) && isDocument(b)) return compareLists(Object.entries(a).flat(), Object.entries(b).flat());
  if (rankOf(a) === RANKS.others) return compareText(String(a), String(b));
  return Number(scalarOf(a)) - Number(scalarOf(b));
}

const scalarOf = (value: unknown): unknown =>
  value instanceof Long ? value.toNumber() : value instanceof Decimal128 ? value.toString() : value;

function compareLists(a: readonly unknown[], b: readonly unknown[]): number {
  for (const [at, value] of a.entries()) {
    if (at >= b.length) return 1;
    const compared = compareValues(value, b[at]);
    if (compared !== 0) return compared;
  }
  return a.length - b.length;
}

/** By the bytes of UTF-8, which JavaScript's own order is not beyond the first plane. */
function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (x === y) continue;
    const bothHigh = x >= FIRST_SURROGATE && y >= FIRST_SURROGATE;
    return bothHigh ? Buffer.compare(Buffer.from(a), Buffer.from(b)) : x - y;
  }
  return a.length - b.length;
}

const RANKS = { min: 0, null: 1, number: 2, string: 3, document: 4, list: 5, others: 6, boolean: 8, date: 9, max: 99 };

function rankOf(value: unknown): number {
  if (value === undefined || value === null) return RANKS.null;
  if (typeof value === 'number' || typeof value === 'bigint') return RANKS.number;
  if (typeof value === 'string') return RANKS.string;
  if (typeof value === 'boolean') return RANKS.boolean;
  return rankOfObject(value);
}

const RANKED_CLASSES = [
  [MinKey, RANKS.min],
  [MaxKey, RANKS.max],
  [Long, RANKS.number],
  [Decimal128, RANKS.number],
  [Date, RANKS.date],
  [Array, RANKS.list],
] as const;

function rankOfObject(value: unknown): number {
  if (value === BEHIND_ALL) return RANKS.max;
  const ranked = RANKED_CLASSES.find(([kind]) => value instanceof kind);
  if (ranked) return ranked[1];
  return isDocument(value) ? RANKS.document : RANKS.others;
}

const OTHERS = [ObjectId, Binary, Timestamp, RegExp];

export const isDocument = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !OTHERS.some((kind) => value instanceof kind);
