import { rungOf } from '#domain/card/promise-ladder';
import { localOf } from '#domain/shared/stockholm-time';
import type { Instant } from '#events/contracts/index';
import { callbacks, type CallbackRow } from '../callbacks/callbacks.js';
import { callerQueue, TEAM, type QueueStatus } from '../caller-queue/caller-queue.js';
import { cards } from '../card/card.projection.js';
import type { CardRow } from '../card/card-row.js';
import type { Measures } from '../figures/figure-row.js';
import { readFigures } from '../figures/read-figures.js';
import { pagesOf } from '../store/pages-of.js';
import type { ReadStore } from '../store/read-store.js';

/** R2: who has a card on screen. */
export interface Holding {
  readonly callerId: string;
  readonly cardId: string;
  readonly workplaceName?: string;
  readonly since: Instant;
  readonly leaseUntil: Instant;
  /** Absent while the caller is not in a call. */
  readonly callStartedAt?: Instant;
}

export interface CallerToday {
  readonly callerId: string;
  /** R24: cards locked to the caller in the round. */
  readonly locks: number;
  readonly today?: Measures;
}

export interface Board {
  readonly statuses: Readonly<Partial<Record<QueueStatus, number>>>;
  readonly callers: readonly CallerToday[];
  readonly holding: readonly Holding[];
  /** R24: what the lead sees of what is overdue, the longest first. */
  readonly overdue: readonly CallbackRow[];
}

interface Asked {
  readonly roundId: string;
  readonly now: Instant;
}

/** What happens in a round now, from kept counters and short seeks. */
export async function readBoard(store: ReadStore, asked: Asked): Promise<Board> {
  const [statuses, callers, holding, overdue] = await Promise.all([
    readStatuses(store, asked),
    readCallers(store, asked),
    readHolding(store, asked),
    readOverdue(store, asked),
  ]);
  return { statuses, callers, holding, overdue };
}

async function readStatuses(store: ReadStore, { roundId }: Asked): Promise<Board['statuses']> {
  const counts = await store.counts(callerQueue, ['roundId', 'status'], [roundId]);
  return Object.fromEntries(counts.map(({ values: [, status], count }) => [String(status), count]));
}

async function readCallers(store: ReadStore, { roundId, now }: Asked): Promise<readonly CallerToday[]> {
  const { date } = localOf(now);
  const { groups } = await readFigures(store, { roundIds: [roundId], from: date, to: date, groupBy: ['caller'] });
  const lanes = await store.counts(callerQueue, ['roundId', 'lane'], [roundId]);
  const locks = new Map(lanes.map(({ values: [, lane], count }) => [String(lane), count]));
  const today = new Map(groups.map(({ group, measures }) => [group.callerId ?? '', measures]));
  const callerIds = new Set([...today.keys(), ...locks.keys()]);
  callerIds.delete(TEAM);
  return [...callerIds].sort().map((callerId) => {
    const measures = today.get(callerId);
    return { callerId, locks: locks.get(callerId) ?? 0, ...(measures && { today: measures }) };
  });
}

async function readHolding(store: ReadStore, { roundId, now }: Asked): Promise<readonly Holding[]> {
  const held: Holding[] = [];
  for await (const page of pagesOf(store, callerQueue, { index: 'held-in-round', equals: { roundId } })) {
    const rows = await store.getMany(
      cards,
      page.map(({ cardId }) => cardId),
    );
    held.push(...rows.flatMap((row) => holdingOf(row, roundId, now)));
  }
  return held.sort((a, b) => (a.since < b.since ? -1 : 1));
}

function holdingOf({ key, state: { claim, call, workplace } }: CardRow, roundId: string, now: Instant): Holding[] {
  if (claim?.roundId !== roundId || now >= claim.leaseUntil) return [];
  const { callerId, claimedAt: since, leaseUntil } = claim;
  return [
    {
      callerId,
      cardId: key,
      ...(workplace && { workplaceName: workplace.name }),
      since,
      leaseUntil,
      ...(call?.callerId === callerId && { callStartedAt: call.startedAt }),
    },
  ];
}

async function readOverdue(store: ReadStore, { roundId, now }: Asked): Promise<readonly CallbackRow[]> {
  const overdue: CallbackRow[] = [];
  for (const offeredToTeam of [0, 1]) {
    for await (const page of pagesOf(store, callbacks, { index: 'due', equals: { offeredToTeam }, to: now }))
      overdue.push(...page.filter((row) => row.roundId === roundId && isSeenByLead(row, now)));
  }
  return overdue.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
}

function isSeenByLead({ dueAt: due, since, offeredToTeam }: CallbackRow, now: Instant): boolean {
  const rung = rungOf({ due, since, offeredToTeam: offeredToTeam === 1 }, now);
  return rung === 'overdue-seen-by-lead' || rung === 'offered-to-team';
}
