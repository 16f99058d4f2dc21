import type { EventStore } from '#events/store/event-store';
import type { Folding, LogEvent, StreamUpTo } from './fold.js';

/** Reads beforehand the streams that some events make a projection fold anew (R21: corrections, which are rare). */
export async function streamsUpTo(
  log: EventStore,
  foldings: readonly Folding[],
  events: readonly LogEvent[],
): Promise<StreamUpTo> {
  const streams = new Map<string, readonly LogEvent[]>();
  for (const event of events.filter((one) => foldings.some((folding) => folding.needsStream(one)))) {
    // The cast: the log holds our events only.
    const stream = (await log.readStream(event.streamId, { limit: event.revision + 1 })) as readonly LogEvent[];
    streams.set(event.id, stream);
  }
  return ({ id }) => streams.get(id) ?? [];
}
