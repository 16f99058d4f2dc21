import type { DomainEvent, Instant } from '../contracts/domain-event.js';

/**
 * A place in the whole log. Opaque beyond its order; up to 64 bits and more, hence bigint.
 * Positions grow in commit order, so what has been read up to one can never gain an earlier event.
 */
export type Position = bigint;

/** Flat, text only, nothing personal (R20: who, when, from which client and why). */
export interface EventMetadata {
  readonly commandId: string;
  readonly $correlationId: string;
  readonly $causationId: string;
  /** Account id, or `service:<name>` for a reactor. */
  readonly actor: string;
  readonly actorRole: string;
  readonly occurredAt: Instant;
  /** `OrderTaken@1` */
  readonly schema: string;
  readonly traceparent?: string;
  readonly client?: string;
}

export interface NewEvent<E extends DomainEvent = DomainEvent> {
  /** A repeated append of the same events is recognised by it. */
  readonly id: string;
  readonly event: E;
  readonly metadata: EventMetadata;
}

export type Recorded<E extends DomainEvent = DomainEvent> = E & {
  readonly id: string;
  readonly streamId: string;
  /** 0 for the first event of the stream. */
  readonly revision: number;
  readonly position: Position;
  readonly recordedAt: Instant;
  readonly metadata: EventMetadata;
};
