import type { Instant } from '../contracts/domain-event.js';
import type { Position } from '../store/recorded-event.js';

/** Which event stands where in the log. */
export interface StoredPlace {
  readonly id: string;
  readonly streamId: string;
  readonly type: string;
  /** As the driver gives it. */
  readonly revision: number | bigint;
  readonly position: Position;
  readonly recordedAt: Instant;
}

/** What an adapter writes for an event; data and metadata are JSON texts. */
export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/** An event as it stands in the log, of whatever version it was written in. */
export interface StoredEvent extends StoredPlace {
  readonly data: string;
  readonly metadata: string;
}
