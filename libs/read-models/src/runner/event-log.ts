import type { EventStore } from '#events/store/event-store';
import type { Position } from '#events/store/recorded-event';
import type { LogEvent } from './fold.js';

/** Events of the log, and how far one has looked. */
export interface LogPage {
  readonly events: readonly LogEvent[];
  readonly position: Position;
}

/** The whole log from a position on, until it ends. */
export async function* pagesOf(log: EventStore, beyond: Position, limit: number): AsyncGenerator<LogPage> {
  for (let position = beyond; ;) {
    // The cast: the log holds our events only.
    const events = (await log.readAll({ beyond: position, limit })) as readonly LogEvent[];
    const last = events.at(-1);
    if (!last) return;
    position = last.position;
    yield { events, position };
  }
}
