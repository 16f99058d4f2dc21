import type { Document } from 'bson';
import { isDocument } from './bson-order.js';

/**
 * mingo knows offsets, not names of zones, and one offset does not hold for all dates of a zone: a day in a named zone is worked out
 * from the date by a formatter of that zone. Only what `$dateToString` with days needs.
 */
export function inTimeZones<T>(stages: T): T {
  // The casts: the same shape with some expressions replaced.
  if (Array.isArray(stages)) return stages.map((one: unknown) => inTimeZones(one)) as T;
  if (!isDocument(stages) || stages.constructor !== Object) return stages;
  const asked = stages['$dateToString'];
  if (isDocument(asked) && isZoneName(asked['timezone'])) return dayIn(asked, asked['timezone']) as T;
  return Object.fromEntries(Object.entries(stages).map(([field, value]) => [field, inTimeZones(value)])) as T;
}

const isZoneName = (zone: unknown): zone is string => typeof zone === 'string' && zone.includes('/');

const dayIn = ({ date }: Document, timeZone: string): Document => ({
  $function: {
    body: (at: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at),
    args: [date as unknown],
    lang: 'js',
  },
});
