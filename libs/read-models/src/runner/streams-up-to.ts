import type { EventStore } from '#events/store/event-store';
import type { AterkomEvent } from '#events/contracts/index';
import type { Recorded } from '#events/store/recorded-event';
import type { Projection } from '../store/define-projection.js';
import { needsStream, type LogEvent, type StreamUpTo } from './fold.js';

/** Reads beforehand the streams that some events make a projection fold anew (R21: corrections, which are rare). */
export async function streamsUpTo(
  log: EventStore,
  projections: readonly Projection[],
  events: readonly LogEvent[],
): Promise<StreamUpTo> {
  const streams = new Map<string, readonly LogEvent[]>();
  for (const event of events) {
    if (!projections.some((projection) => needsStream(projection, event))) continue;
    // The cast: the log holds our events only.
    const stream = (await log.readStream(event.streamId, {
      limit: event.revision + 1,
    })) as readonly Recorded<AterkomEvent>[];
    streams.set(event.id, stream);
  }
  return ({ id }) => streams.get(id) ?? [];
}
