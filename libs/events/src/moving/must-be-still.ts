import type { EventStore } from '../store/event-store.js';
import type { Position } from '../store/recorded-event.js';
import { WrittenMeanwhile } from './moving.errors.js';

/** No store tells who else might write to it; this tells whether somebody has. @throws WrittenMeanwhile */
export async function mustBeStill(log: EventStore, copiedUpTo: Position): Promise<void> {
  if ((await log.head()) !== copiedUpTo) throw new WrittenMeanwhile(copiedUpTo);
}
