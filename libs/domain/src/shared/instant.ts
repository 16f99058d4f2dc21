import type { Instant } from '#events/contracts/index';

const MINUTE_MS = 60_000;

/** Elapsed time: a day is 24 hours, whatever the clocks do. Calendar days are the calendar's business. */
export interface Span {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}

const lengthMs = ({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Span): number =>
  (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;

/** Milliseconds since 1970. A text that is no instant is refused here instead of becoming NaN somewhere later. */
export function msOf(instant: Instant): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError('not an instant');
  return ms;
}

// eslint-disable-next-line no-restricted-syntax -- the date of a given number of milliseconds reads no clock
export const toInstant = (ms: number): Instant => new Date(ms).toISOString();

export const plus = (at: Instant, span: Span): Instant => toInstant(msOf(at) + lengthMs(span));

export const minus = (at: Instant, span: Span): Instant => toInstant(msOf(at) - lengthMs(span));

/** Negative when `to` comes before `from`. */
export const minutesBetween = (from: Instant, to: Instant): number => (msOf(to) - msOf(from)) / MINUTE_MS;

export const latest = (first: Instant, ...others: readonly Instant[]): Instant =>
  others.reduce((a, b) => (b > a ? b : a), first);
