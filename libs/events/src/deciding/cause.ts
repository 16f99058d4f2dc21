import { v5 as uuidv5 } from 'uuid';
import type { Instant } from '../contracts/domain-event.js';

const FOLLOWING_NAMESPACE = '6b1d7c52-30a8-5e0e-9a0d-5d4d0f3f0c11';

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

/** The cause of a further command of the same request. The id is derived, so that a repeated request repeats it. */
export const followingFrom = (cause: Cause, step: string): Cause => ({
  ...cause,
  commandId: uuidv5(`${cause.commandId}/${step}`, FOLLOWING_NAMESPACE),
  causationId: cause.commandId,
});
