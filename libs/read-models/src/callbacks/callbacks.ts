import type { Instant } from '#events/contracts/index';
import type { CardRow } from '../card/card-row.js';
import { deriveView } from '../store/define-projection.js';
import type { Row } from '../store/row.js';

/** One promise to return (Återkom Prio) that stands. */
export interface CallbackRow extends Row {
  readonly cardId: string;
  readonly lockId: string;
  readonly campaignId: string;
  readonly roundId: string;
  readonly ownerId: string;
  readonly since: Instant;
  readonly dueAt: Instant;
  /** R24 */
  readonly offeredToTeam: 0 | 1;
  readonly personName?: string;
  readonly workplaceName?: string;
}

function rowsOf({ key, state: { lock, rounds, workplace }, promisedTo }: CardRow): readonly CallbackRow[] {
  if (!lock) return [];
  const { lockId, roundId, ownerId, since, due: dueAt } = lock;
  const campaignId = rounds.find((round) => round.roundId === roundId)?.campaignId ?? '';
  return [
    {
      key,
      cardId: key,
      lockId,
      campaignId,
      roundId,
      ownerId,
      since,
      dueAt,
      offeredToTeam: lock.offeredToTeam ? 1 : 0,
      ...(promisedTo !== undefined && { personName: promisedTo }),
      ...(workplace && { workplaceName: workplace.name }),
    },
  ];
}

/** The promises that stand: each caller's own list, and what is overdue. */
export const callbacks = deriveView<CardRow, CallbackRow>({
  name: 'callbacks',
  projection: 'cards',
  rowsOf,
  indexes: [
    { name: 'of-owner', fields: ['ownerId', 'dueAt'] },
    { name: 'due', fields: ['offeredToTeam', 'dueAt'] },
  ],
  counts: [['ownerId']],
});
