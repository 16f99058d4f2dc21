import type { Position } from '#events/store/recorded-event';
import type { LogPage } from './event-log.js';
import type { Folding, LogEvent } from './fold.js';

/** What a page of the log holds for one projection: the event at each place touches the row whose key stands at the same place. */
export interface Delivery {
  readonly events: readonly LogEvent[];
  readonly keys: readonly string[];
  /** Up to here the log has been looked through. */
  readonly position: Position;
}

/** Only what lies beyond `after`. @throws FoldFailed where an event does not even tell its keys */
export function deliveryOf(folding: Folding, page: LogPage, after: Position = 0n): Delivery {
  const events: LogEvent[] = [];
  const keys: string[] = [];
  for (const event of unread(page.events, after)) {
    if (!folding.handles(event)) continue;
    for (const key of folding.keysOf(event)) {
      events.push(event);
      keys.push(key);
    }
  }
  return { events, keys, position: page.position };
}

function unread(events: readonly LogEvent[], after: Position): readonly LogEvent[] {
  const [first] = events;
  return !first || first.position > after ? events : events.filter(({ position }) => position > after);
}
