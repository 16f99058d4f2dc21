import type { Card, RoundEntry } from '#domain/card/card';
import { servedBecause } from '#domain/card/serving';
import { unclaimedStatusOf } from '#domain/card/status';
import { servingRank, sortDueAt, type QueuedBecause, type QueuedCard } from '#domain/serving/serving-order';
import type { Instant, ServedBecause } from '#events/contracts/index';
import type { CardRow, PlaceInRound } from '../card/card-row.js';
import { deriveView } from '../store/define-projection.js';
import type { Row } from '../store/row.js';

/** The lane of every card that is open to the whole team; a locked card stands in its owner's. */
export const TEAM = 'team';

export type WaitsFor = 'scheduled-later' | 'resting' | 'hidden-until' | 'claimed-by-others';
export type QueueStatus = 'waiting' | 'locked' | ReturnType<typeof unclaimedStatusOf>['status'];

/** A card in one round. Only those that may be handed out, now or at a time, have a lane, a rank and a due time. */
export interface CallerQueueRow extends Row {
  readonly cardId: string;
  readonly campaignId: string;
  readonly roundId: string;
  readonly status: QueueStatus;
  readonly lane?: string;
  readonly rank?: number;
  /** From when it may be handed out: its time, the end of its rest, of its hiding or of its claim, the latest of them. */
  readonly dueAt?: Instant;
  readonly because?: QueuedBecause;
  /** What sets `dueAt`; absent for a locked card, which waits for its owner. */
  readonly waits?: WaitsFor;
  readonly holderId?: string;
}

const LONG_AGO: Instant = '1970-01-01T00:00:00.000Z';

function rowsOf({ key, state, inRound }: CardRow): readonly CallerQueueRow[] {
  // The cast: of a card, these functions read everything but its history.
  const card = state as Card;
  return card.rounds.map((entry) => rowOf(key, card, entry, inRound[entry.roundId]));
}

function rowOf(cardId: string, card: Card, entry: RoundEntry, place?: PlaceInRound): CallerQueueRow {
  const { campaignId, roundId } = entry;
  const { status } = unclaimedStatusOf(card, roundId, LONG_AGO);
  const key = `${cardId}|${roundId}`;
  const row = {
    key,
    cardId,
    campaignId,
    roundId,
    status,
    ...(card.claim?.roundId === roundId && { holderId: card.claim.callerId }),
  };
  return MAY_BE_HANDED_OUT.has(status) ? { ...row, ...standingOf(card, queuedAs(card, entry, place)) } : row;
}

function queuedAs(card: Card, entry: RoundEntry, place: PlaceInRound | undefined): QueuedCard {
  const { restUntil } = card;
  return {
    because: queuedBecause(servedBecause(card, entry.roundId)),
    priority: entry.priority,
    dueAt: agreedTime(card, entry) ?? place?.enteredAt ?? LONG_AGO,
    ...(restUntil !== undefined && { restUntil }),
    ...(place?.skippedAt !== undefined && { skippedAt: place.skippedAt }),
  };
}

/** Where it stands in line, and until when it waits for what. */
function standingOf(card: Card, queued: QueuedCard): Partial<CallerQueueRow> & Pick<CallerQueueRow, 'status'> {
  const [waits, dueAt] = latestOf(timesOf(queued, card));
  const standing = { rank: servingRank(queued), dueAt, because: queued.because };
  const { lock } = card;
  if (lock && !lock.offeredToTeam) return { ...standing, status: 'locked', lane: lock.ownerId };
  return { ...standing, status: 'waiting', lane: TEAM, waits };
}

/** `hidden-until` ends by itself; what else closes a card does not. */
const MAY_BE_HANDED_OUT: ReadonlySet<string> = new Set(['available', 'scheduled', 'locked', 'hidden-until']);

const agreedTime = ({ lock }: Card, { state }: RoundEntry): Instant | undefined =>
  lock?.due ?? (state.status === 'scheduled' ? state.due : undefined);

/** What is opened by search is claimed, not queued. */
const queuedBecause = (because: ServedBecause): QueuedBecause =>
  because === 'opened-by-search' ? 'never-called' : because;

type Time = readonly [WaitsFor, Instant];

function timesOf(queued: QueuedCard, { restUntil, hidden, claim }: Card): readonly [Time, ...Time[]] {
  const due = sortDueAt(queued);
  return [
    [due === restUntil ? 'resting' : 'scheduled-later', due],
    ['hidden-until', hidden?.until ?? LONG_AGO],
    ['claimed-by-others', claim?.leaseUntil ?? LONG_AGO],
  ];
}

const latestOf = ([first, ...others]: readonly [Time, ...Time[]]): Time =>
  others.reduce((latest, time) => (time[1] > latest[1] ? time : latest), first);

/** Whom to call next, per round; derived from the cards. */
export const callerQueue = deriveView<CardRow, CallerQueueRow>({
  name: 'caller-queue',
  projection: 'cards',
  rowsOf,
  readsOnly: ['state', 'inRound'],
  indexes: [
    { name: 'next', fields: ['roundId', 'lane', 'rank', 'dueAt'] },
    { name: 'waiting', fields: ['roundId', 'waits', 'dueAt'] },
    { name: 'held', fields: ['holderId', 'roundId'] },
    { name: 'held-in-round', fields: ['roundId', 'holderId'] },
  ],
  counts: [
    ['roundId', 'status'],
    ['roundId', 'lane'],
  ],
});
