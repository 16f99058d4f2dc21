import type { Instant, ServedBecause } from '#events/contracts/index';
import { latest } from '../shared/instant.js';

/** What the queue hands out; a card that is opened by search is not handed out. */
export type QueuedBecause = Exclude<ServedBecause, 'opened-by-search'>;

interface Group {
  readonly because: readonly QueuedBecause[];
  /** A promised time is kept in the order of the times, whatever priority the card has in its round. */
  readonly isByTimeAlone: boolean;
}

/** Which card comes next: the first group that has one, a larger priority of the card in its round first. */
export const SERVING_ORDER: readonly Group[] = [
  { because: ['priority-callback-due'], isByTimeAlone: true },
  { because: ['priority-callback-offered-to-team'], isByTimeAlone: true },
  { because: ['callback-due'], isByTimeAlone: false },
  { because: ['retry-due'], isByTimeAlone: false },
  { because: ['never-called', 'skipped-before'], isByTimeAlone: false },
];

/** Priorities outside are taken as the nearest one inside, so that groups never run into each other. */
export const LEAST_PRIORITY = -999;
export const GREATEST_PRIORITY = 999;

const RANKS_PER_PRIORITY = 2;
const RANKS_PER_GROUP = (GREATEST_PRIORITY - LEAST_PRIORITY + 1) * RANKS_PER_PRIORITY;

/** What the queue knows of a card that waits in it. */
export interface QueuedCard {
  readonly because: QueuedBecause;
  /** Of the card in its round; a larger number is handed out earlier. */
  readonly priority: number;
  /** From when the card may be handed out: the time agreed on, or when it entered the round. */
  readonly dueAt: Instant;
  /** R9 */
  readonly restUntil?: Instant;
  /** R22: the latest skip since the card's latest outcome. */
  readonly skippedAt?: Instant;
}

/** Place of the card's group in the queue; the smallest is handed out first. R22: skipped ones are last among their equals. */
export function servingRank({ because, priority, skippedAt }: QueuedCard): number {
  const group = SERVING_ORDER.findIndex((candidate) => candidate.because.includes(because));
  const isByTimeAlone = SERVING_ORDER[group]?.isByTimeAlone ?? false;
  const below = isByTimeAlone ? 0 : GREATEST_PRIORITY - withinBounds(priority);
  return group * RANKS_PER_GROUP + below * RANKS_PER_PRIORITY + (skippedAt === undefined ? 0 : 1);
}

const withinBounds = (priority: number): number =>
  Math.min(GREATEST_PRIORITY, Math.max(LEAST_PRIORITY, Math.trunc(priority)));

/**
 * From when the card may be handed out, and its place among cards of the same rank: the earliest first.
 * R9: a PriorityCallback is kept although the number rests. R22: who is skipped goes behind who was skipped before.
 */
export function sortDueAt({ because, dueAt, restUntil, skippedAt }: QueuedCard): Instant {
  const rest = isPromise(because) ? undefined : restUntil;
  return latest(dueAt, rest ?? dueAt, skippedAt ?? dueAt);
}

const isPromise = (because: QueuedBecause): boolean =>
  because === 'priority-callback-due' || because === 'priority-callback-offered-to-team';
