import { parse, v5 as uuidv5 } from 'uuid';
import { eventContracts, type AterkomEvent } from '../contracts/index.js';
import type { NewEvent } from '../store/recorded-event.js';
import type { Cause } from './cause.js';

const COMMAND_NAMESPACE = parse('0d6f5f0e-2b2f-5c53-9a55-6c1c1a1b7f10');

/**
 * Ids are UUIDv5 of command id, stream and index, so that a repeated append is recognised by the store and no two
 * events of a command that goes through several streams share one.
 */
export function toNewEvents(streamId: string, events: readonly AterkomEvent[], cause: Cause): NewEvent<AterkomEvent>[] {
  return events.map((event, index) => ({
    // As bytes, for the package turns a text into bytes letter by letter.
    id: uuidv5(Buffer.from(`${cause.commandId}/${streamId}/${index}`), COMMAND_NAMESPACE),
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
