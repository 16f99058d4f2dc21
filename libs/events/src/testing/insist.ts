import type { EventStore } from '../store/event-store.js';
import { RevisionConflict } from '../store/event-store.errors.js';
import type { NewEvent } from '../store/recorded-event.js';

/** Appends one event at the end of a stream, again and again until it wins; answers how often it lost. */
export async function insist(store: EventStore, streamId: string, event: NewEvent): Promise<number> {
  for (let lost = 0; ; lost++) {
    const [last] = await store.readStream(streamId, { direction: 'backwards', limit: 1 });
    try {
      await store.append(streamId, [event], last?.revision ?? 'no-stream');
      return lost;
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
    }
  }
}
