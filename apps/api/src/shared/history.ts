import type { Recorded } from '#events/store/recorded-event';
import type { HistoryEntryDto } from './history.dto.js';

/** What people are called, by account id. */
export type Names = ReadonlyMap<string, string>;

/** R20: a fact with who, when and from which client; `data`: as much of it as may be shown. */
export function entryShown({ id, revision, type, metadata }: Recorded, data: object, names: Names): HistoryEntryDto {
  const { actor, actorRole, occurredAt, client, $correlationId } = metadata;
  const name = names.get(actor);
  return {
    entryId: id,
    revision,
    type,
    at: occurredAt,
    by: { accountId: actor, role: actorRole, ...(name !== undefined && { name }) },
    ...(client !== undefined && { client }),
    correlationId: $correlationId,
    data,
  };
}
