import type { Position } from '#events/store/recorded-event';

/** Positions of every store fit, and sort as texts. */
const POSITION_DIGITS = 39;
const COMMIT_DIGITS = 15;

/**
 * When a row was written: the position last folded in, then the number of the commit. Later ones sort behind earlier ones.
 * The number tells apart what is written at one position: a row marked as stuck, and the same row mended.
 */
export const storedAt = (position: Position, commit: number): string =>
  `${positionText(position)}.${String(commit).padStart(COMMIT_DIGITS, '0')}`;

export const positionText = (position: Position): string => String(position).padStart(POSITION_DIGITS, '0');

export const positionOf = (at: string): Position => BigInt(at.slice(0, POSITION_DIGITS));
