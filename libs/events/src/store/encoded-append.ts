import type { EventCodec } from '../versioning/event-codec.js';
import type { EncodedEvent } from '../versioning/stored-event.js';
import { EventTooLarge, NothingToAppend } from './event-store.errors.js';
import type { NewEvent } from './recorded-event.js';

/** What one append may hold, data and metadata of all its events: EventStoreDB's default, so that a log can move there. */
export const APPEND_LIMIT_BYTES = 1024 * 1024;

/** A UTF-16 unit becomes at most three bytes of UTF-8. */
const MOST_BYTES_PER_UNIT = 3;

/** @throws NothingToAppend, EventTooLarge */
export function encodedForAppend(codec: EventCodec, streamId: string, events: readonly NewEvent[]): EncodedEvent[] {
  if (events.length === 0) throw new NothingToAppend(streamId);
  const encoded = events.map((event) => codec.encode(event));
  // Bytes are counted only where the number of characters leaves a doubt.
  if (sum(encoded, (text) => text.length * MOST_BYTES_PER_UNIT) <= APPEND_LIMIT_BYTES) return encoded;
  const bytes = sum(encoded, (text) => Buffer.byteLength(text));
  if (bytes > APPEND_LIMIT_BYTES) throw new EventTooLarge(bytes, APPEND_LIMIT_BYTES);
  return encoded;
}

const sum = (events: readonly EncodedEvent[], sizeOf: (text: string) => number): number =>
  events.reduce((total, { data, metadata }) => total + sizeOf(data) + sizeOf(metadata), 0);
