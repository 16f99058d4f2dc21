import { rungOf } from '#domain/card/promise-ladder';
import type { Instant } from '#events/contracts/index';
import type { CallbackRow } from '#read-models/callbacks/callbacks';
import type { CallbackDto } from './own-callbacks.dto.js';

/** R24 */
export function callbackShown(row: CallbackRow, now: Instant, ownerName?: string): CallbackDto {
  const { key: _, stuck: __, offeredToTeam, ...promise } = row;
  const { dueAt: due, since } = row;
  return {
    ...promise,
    ...(ownerName !== undefined && { ownerName }),
    rung: rungOf({ due, since, offeredToTeam: offeredToTeam === 1 }, now),
  };
}
