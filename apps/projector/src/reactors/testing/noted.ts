import type { AterkomEvent } from '#events/contracts/index';
import type { EventStore } from '#events/store/event-store';
import type { Recorded } from '#events/store/recorded-event';

/** Resolves once the log holds so many events that fit; the test's own time-out ends the wait. */
export async function noted(
  store: EventStore,
  fits: (event: Recorded<AterkomEvent>) => boolean,
  count = 1,
): Promise<readonly Recorded<AterkomEvent>[]> {
  const found: Recorded<AterkomEvent>[] = [];
  const enough = new AbortController();
  for await (const { events } of store.subscribe({ after: 'start', signal: enough.signal })) {
    // The cast: the log holds our events only.
    found.push(...(events as readonly Recorded<AterkomEvent>[]).filter(fits));
    if (found.length >= count) return found;
  }
  return found;
}

export const ofType =
  (type: AterkomEvent['type']) =>
  (event: Recorded<AterkomEvent>): boolean =>
    event.type === type;
