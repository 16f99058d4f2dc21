import { v7 as uuidv7 } from 'uuid';
import { eventContracts, type AterkomEvent } from '../contracts/index.js';
import type { NewEvent } from '../store/recorded-event.js';
import type { Cause } from './cause.js';

/**
 * Ids are of their own every time: an append that was decided on what is no longer so is a conflict, and never passes for an
 * earlier one of the same command. What was done before is known by its command id, in the stream.
 */
export function toNewEvents(events: readonly AterkomEvent[], cause: Cause): NewEvent<AterkomEvent>[] {
  return events.map((event) => ({
    id: uuidv7(),
    event,
    metadata: {
      commandId: cause.commandId,
      $correlationId: cause.correlationId,
      $causationId: cause.causationId,
      actor: cause.actor,
      actorRole: cause.actorRole,
      occurredAt: cause.occurredAt,
      schema: `${event.type}@${eventContracts[event.type].version}`,
      ...(cause.traceparent && { traceparent: cause.traceparent }),
      ...(cause.client && { client: cause.client }),
    },
  }));
}
