import type { EventStore } from '#events/store/event-store';
import type { Position } from '#events/store/recorded-event';

/** Counting goes no further: who is so far behind is catching up. */
const MOST_EVENTS = 1000;

export interface Lag {
  /** Events not yet folded, counted up to 1,000. */
  readonly events: number;
  /** Age of the oldest of them. */
  readonly seconds: number;
}

/** How far views that stand at a checkpoint are behind the log. */
export async function lagBehind(log: EventStore, checkpoint: Position, nowMs: number): Promise<Lag> {
  const missing = await log.readAll({ beyond: checkpoint, limit: MOST_EVENTS });
  const [oldest] = missing;
  const seconds = oldest ? Math.max(0, (nowMs - Date.parse(oldest.recordedAt)) / 1000) : 0;
  return { events: missing.length, seconds };
}
