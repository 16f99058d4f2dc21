import type { Instant } from '../contracts/domain-event.js';

/** R20: who asks, when, from which client and why. Becomes the metadata of every event that the command leads to. */
export interface Cause {
  /** Client-made; a repeat with the same id answers as the first time. */
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly actor: string;
  readonly actorRole: string;
  readonly occurredAt: Instant;
  readonly traceparent?: string;
  readonly client?: string;
}
